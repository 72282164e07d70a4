/**
 * What the weights say by themselves, without a prompt: neurons and OV circuits through the vocabulary. Nothing here runs a pass.
 */
@NullMarked
package io.headstream.tracer.index;

import org.jspecify.annotations.NullMarked;
