/**
 * A pure library: checkpoint, forward pass, decomposition, trace; it knows neither web nor database. Every class is in a room below; the root
 * is empty.
 */
@NullMarked
package io.headstream.tracer;

import org.jspecify.annotations.NullMarked;
