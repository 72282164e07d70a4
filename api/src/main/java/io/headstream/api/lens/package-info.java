/** The logit lens of a trace at once: what every state of the residual stream would predict, at all positions. */
@NullMarked
package io.headstream.api.lens;

import org.jspecify.annotations.NullMarked;
