@NullMarked
package io.headstream.tracer.checkpoint;

import org.jspecify.annotations.NullMarked;
