@NullMarked
package io.headstream.api.trace;

import org.jspecify.annotations.NullMarked;
