/** Changing a pass: what is asked, checked and worked out before anything runs, and what stands in the pass and does it. */
@NullMarked
package io.headstream.tracer.intervene;

import org.jspecify.annotations.NullMarked;
