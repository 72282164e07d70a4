/** The way out: a trace or an answer as a file that other tools read. docs/exports.md describes each format. The way in is ingest's. */
@NullMarked
package io.headstream.api.export;

import org.jspecify.annotations.NullMarked;
