/** How people looked at a trace, saved under a name: in the graph, and found again by every trace of the same. */
@NullMarked
package io.headstream.api.view;

import org.jspecify.annotations.NullMarked;
