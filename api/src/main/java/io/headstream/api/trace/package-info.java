/** Traces, their activations and sums, one at a time, as JSON. More than one at a time is compare's, pictures are flow's. */
@NullMarked
package io.headstream.api.trace;

import org.jspecify.annotations.NullMarked;
