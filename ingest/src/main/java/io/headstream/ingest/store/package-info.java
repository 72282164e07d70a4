/** Small files that outlive the process that wrote them. What they say is for those who keep them. */
@NullMarked
package io.headstream.ingest.store;

import org.jspecify.annotations.NullMarked;
