/**
 * What a trace does not keep, computed when it is asked for: the trace's pass is run again and stays open for a while. Nothing of it is written.
 */
@NullMarked
package io.headstream.ingest.computed;

import org.jspecify.annotations.NullMarked;
