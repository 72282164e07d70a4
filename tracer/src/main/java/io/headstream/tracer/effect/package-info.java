@NullMarked
package io.headstream.tracer.effect;

import org.jspecify.annotations.NullMarked;
