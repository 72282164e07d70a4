/**
 * A chat as the text that its model reads: the messages in the tokenizer's chat template, which is a stranger's program and is run within bounds. What becomes
 * of the text is decided elsewhere.
 */
@NullMarked
package io.headstream.ingest.chat;

import org.jspecify.annotations.NullMarked;
