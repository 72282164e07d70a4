/** Commands about traces: making, listing, exporting and importing them; and a pass's activations in a file, without a server. */
@NullMarked
package io.headstream.cli.trace;

import org.jspecify.annotations.NullMarked;
