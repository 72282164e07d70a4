/**
 * Changed passes and sweeps on their way into the graph: what is asked in the tracer's terms, the baseline that it is compared with, and what is
 * written beside a trace.
 */
@NullMarked
package io.headstream.ingest.changes;

import org.jspecify.annotations.NullMarked;
