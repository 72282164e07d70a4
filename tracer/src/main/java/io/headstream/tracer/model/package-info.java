/**
 * One forward pass for all families, with every activation recorded under TransformerLens's names. Nothing here knows where weights came
 * from, or what is made of the activations.
 */
@NullMarked
package io.headstream.tracer.model;

import org.jspecify.annotations.NullMarked;
