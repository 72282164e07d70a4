@NullMarked
package io.headstream.tracer;

import org.jspecify.annotations.NullMarked;
