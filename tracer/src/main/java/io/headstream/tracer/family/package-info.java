/**
 * The families of checkpoints: each reads its config and its weights' names into the one form that the forward pass knows. What differs
 * between families is decided here and nowhere else; nothing here computes.
 */
@NullMarked
package io.headstream.tracer.family;

import org.jspecify.annotations.NullMarked;
