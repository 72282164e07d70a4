/**
 * A document that another Headstream exported, written into the graph. Reading and checking it is document's.
 */
@NullMarked
package io.headstream.ingest.imports;

import org.jspecify.annotations.NullMarked;
