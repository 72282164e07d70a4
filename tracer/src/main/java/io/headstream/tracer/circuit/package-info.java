/** Circuits: the edges between components that keep a behaviour, found by gradients and then by real ablation of edges. */
@NullMarked
package io.headstream.tracer.circuit;

import org.jspecify.annotations.NullMarked;
