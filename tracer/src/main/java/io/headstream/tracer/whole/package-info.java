/**
 * What of a pass is kept whole, whatever becomes nodes of it: every head's attention pattern with what it says of the head, the figures of
 * heads and residual sites as lists by position, and each layer's strongest neurons. What is chosen from it is not known here.
 */
@NullMarked
package io.headstream.tracer.whole;

import org.jspecify.annotations.NullMarked;
