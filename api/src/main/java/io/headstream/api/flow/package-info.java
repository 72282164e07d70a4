@NullMarked
package io.headstream.api.flow;

import org.jspecify.annotations.NullMarked;
