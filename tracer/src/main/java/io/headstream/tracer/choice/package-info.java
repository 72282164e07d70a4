/**
 * What of a pass becomes nodes and edges: chosen over the whole trace by what it does for the prediction, within a budget, and marked in the
 * layers' tables. How a node or an edge is made is not known here.
 */
@NullMarked
package io.headstream.tracer.choice;

import org.jspecify.annotations.NullMarked;
