/** Commands that change a pass: ablate, patch, steer, and sweeps of all components. */
@NullMarked
package io.headstream.cli.change;

import org.jspecify.annotations.NullMarked;
