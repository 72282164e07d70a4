/**
 * Bodies of requests, read strictly and within bounds: what is wrong is named, and no body may make the heap hold more than it should. What a body asks for is decided elsewhere.
 */
@NullMarked
package io.headstream.ingest.body;

import org.jspecify.annotations.NullMarked;
