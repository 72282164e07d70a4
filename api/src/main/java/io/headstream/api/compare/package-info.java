/** Two traces, or two sets of traces, side by side. Figures are those that are stored; none is computed from a pass here. */
@NullMarked
package io.headstream.api.compare;

import org.jspecify.annotations.NullMarked;
