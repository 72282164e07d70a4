/**
 * A checkpoint ready to be traced: its weights, its tokenizer, and the one exception for what a user can mend. What is done with it has a
 * package each; nothing here knows the web or a database.
 */
@NullMarked
package io.headstream.tracer;

import org.jspecify.annotations.NullMarked;
