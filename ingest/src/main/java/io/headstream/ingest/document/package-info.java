/**
 * A trace as an exported document: read row by row, held against the schema that is published, then against itself. Knows neither jobs nor the database.
 */
@NullMarked
package io.headstream.ingest.document;

import org.jspecify.annotations.NullMarked;
