/** Two traces, or two sets of traces, side by side. */
@NullMarked
package io.headstream.api.compare;

import org.jspecify.annotations.NullMarked;
