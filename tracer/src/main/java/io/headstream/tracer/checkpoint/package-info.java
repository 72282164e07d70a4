/**
 * What a folder of Hugging Face holds, read as it lies: tensors, config, fingerprint, where it came from. Nothing here knows what a tensor
 * is for; that is for family.
 */
@NullMarked
package io.headstream.tracer.checkpoint;

import org.jspecify.annotations.NullMarked;
