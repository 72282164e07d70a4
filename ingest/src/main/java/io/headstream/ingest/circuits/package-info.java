/** Circuits on their way into the graph: what is asked for in the tracer's terms, and what was found as rows. */
@NullMarked
package io.headstream.ingest.circuits;

import org.jspecify.annotations.NullMarked;
