/** Whose turn it is: waiting work by caller, a turn each. */
@org.jspecify.annotations.NullMarked
package io.headstream.ingest.queue;
