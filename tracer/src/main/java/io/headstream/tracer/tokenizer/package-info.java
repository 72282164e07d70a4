/**
 * Text to token ids and back, and the one door to the tokenizers library, which is native and ends the process it runs in where a
 * tokenizer.json surprises it. A tokenizer that is not known is tried in a process of its own, and its verdict kept; one that is made of
 * parts known to be safe then runs here, any other in a process of its own for good.
 */
@NullMarked
package io.headstream.tracer.tokenizer;

import org.jspecify.annotations.NullMarked;
