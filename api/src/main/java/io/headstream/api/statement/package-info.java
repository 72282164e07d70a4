/** Reads a statement with the database's own grammar, and judges it by what stands where. It asks no database, and runs nothing. */
@NullMarked
package io.headstream.api.statement;

import org.jspecify.annotations.NullMarked;
