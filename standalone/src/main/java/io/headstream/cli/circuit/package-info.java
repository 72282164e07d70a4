/** Commands for circuits: finding one, and what there are. */
@NullMarked
package io.headstream.cli.circuit;

import org.jspecify.annotations.NullMarked;
