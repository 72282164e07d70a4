/**
 * What a tokenizer.json says, read without the tokenizers library: its vocabulary, its bytes, and whether all of its parts are known to be
 * safe. Nothing here starts a process or loads the library.
 */
@NullMarked
package io.headstream.tracer.tokenizer.file;

import org.jspecify.annotations.NullMarked;
