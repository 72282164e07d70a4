/** Reads a statement with the database's own grammar, and judges it by what stands where. */
@NullMarked
package io.headstream.api.statement;

import org.jspecify.annotations.NullMarked;
