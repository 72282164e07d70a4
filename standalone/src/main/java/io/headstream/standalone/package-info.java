/** Headstream in one process: the embedded database, its start and its end, around api and ingest. What either does with it is theirs. */
@NullMarked
package io.headstream.standalone;

import org.jspecify.annotations.NullMarked;
