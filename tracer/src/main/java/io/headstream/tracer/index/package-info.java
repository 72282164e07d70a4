@NullMarked
package io.headstream.tracer.index;

import org.jspecify.annotations.NullMarked;
