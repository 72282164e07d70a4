/** How long the named queries take over HTTP, with few traces stored and with many. They print figures; tests assert none. */
@NullMarked
package io.headstream.benchmarks.queries;

import org.jspecify.annotations.NullMarked;
