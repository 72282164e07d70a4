/** Whose turn it is: waiting work by caller, a turn each. What the work is, is not known here. */
@NullMarked
package io.headstream.ingest.queue;

import org.jspecify.annotations.NullMarked;
