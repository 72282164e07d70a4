/** The guard before every request: who it is from, whether it may, and what is open to all. */
@NullMarked
package io.headstream.access.guard;

import org.jspecify.annotations.NullMarked;
