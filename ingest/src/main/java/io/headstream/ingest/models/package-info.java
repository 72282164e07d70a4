/**
 * Models on the disk, in memory and in the graph: which there are, which is meant, and lending them to whoever traces. Fetching one from the
 * hub is hub's.
 */
@NullMarked
package io.headstream.ingest.models;

import org.jspecify.annotations.NullMarked;
