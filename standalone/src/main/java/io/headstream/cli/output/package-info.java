/** What commands print: tables, and JSON for programs. */
@NullMarked
package io.headstream.cli.output;

import org.jspecify.annotations.NullMarked;
