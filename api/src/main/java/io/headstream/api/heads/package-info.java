/** All heads of a trace at once, kept as nodes or not: what they do for the metric, and how they attend. */
@NullMarked
package io.headstream.api.heads;

import org.jspecify.annotations.NullMarked;
