/** The way out: a trace or an answer as a file that other tools read. docs/exports.md describes each format. */
@NullMarked
package io.headstream.api.export;

import org.jspecify.annotations.NullMarked;
