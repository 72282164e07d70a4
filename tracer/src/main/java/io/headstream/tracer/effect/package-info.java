/**
 * Gradients of the metric: the pass back, and the effects along edges between components that are read from it. Effects of single parts
 * are filled in by decompose, which knows the parts; nothing here knows shares or nodes.
 */
@NullMarked
package io.headstream.tracer.effect;

import org.jspecify.annotations.NullMarked;
