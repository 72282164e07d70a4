@NullMarked
package io.headstream.api.server;

import org.jspecify.annotations.NullMarked;
