/**
 * Where the tokenizers library runs: in this process, or in one of its own that is watched and ended. It takes a tokenizer.json as a text;
 * what is in the file, and which of the two ways is taken, is decided elsewhere.
 */
@NullMarked
package io.headstream.tracer.tokenizer.process;

import org.jspecify.annotations.NullMarked;
