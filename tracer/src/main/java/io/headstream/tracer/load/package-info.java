/**
 * A checkpoint made ready to be traced: weights, vocabulary and what identifies it, held together and closed together. How either is read
 * is of family and tokenizer; what is done with it is not of here.
 */
@NullMarked
package io.headstream.tracer.load;

import org.jspecify.annotations.NullMarked;
