/**
 * Measures of single vectors, by published formulas: how near a part is to its sum, what a vector adds to a logit, what it says in words.
 * They take what they are given: which vectors a pass has is for decompose to know, and what is stored of them for trace.
 */
@NullMarked
package io.headstream.tracer.attribution;

import org.jspecify.annotations.NullMarked;
