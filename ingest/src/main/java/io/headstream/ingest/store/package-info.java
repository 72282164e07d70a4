/** Small files that outlive the process that wrote them. */
@org.jspecify.annotations.NullMarked
package io.headstream.ingest.store;
