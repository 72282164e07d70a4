/** What a recorded pass and a load cost, against the plain ones in the same engine. They print figures; tests assert none. */
@NullMarked
package io.headstream.benchmarks;

import org.jspecify.annotations.NullMarked;
