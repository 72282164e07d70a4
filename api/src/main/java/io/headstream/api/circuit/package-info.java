/** Circuits that were found: listed, whole, as files, removed. */
@NullMarked
package io.headstream.api.circuit;

import org.jspecify.annotations.NullMarked;
