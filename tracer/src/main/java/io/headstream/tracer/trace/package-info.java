@NullMarked
package io.headstream.tracer.trace;

import org.jspecify.annotations.NullMarked;
