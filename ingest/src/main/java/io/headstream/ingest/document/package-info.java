/** A trace as an exported document: read, and held against the graph's vocabulary. Knows neither jobs nor the database. */
@NullMarked
package io.headstream.ingest.document;

import org.jspecify.annotations.NullMarked;
