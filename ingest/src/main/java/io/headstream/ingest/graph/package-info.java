/**
 * What ingest writes into the graph, and whether it may: models, traces and their rows, the state of the database, the room on the disk. It
 * knows neither jobs nor requests, and all statements are cypher's.
 */
@NullMarked
package io.headstream.ingest.graph;

import org.jspecify.annotations.NullMarked;
