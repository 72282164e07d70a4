@NullMarked
package io.headstream.api;

import org.jspecify.annotations.NullMarked;
