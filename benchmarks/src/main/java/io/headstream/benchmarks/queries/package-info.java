/** How long the named queries take over HTTP, with few traces stored and with many. */
@NullMarked
package io.headstream.benchmarks.queries;

import org.jspecify.annotations.NullMarked;
