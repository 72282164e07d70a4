/**
 * Jinja, the language of chat templates, as jinja2 runs it for transformers: Python's values and methods of texts, lists and maps, white space taken away
 * where jinja2 takes it, and nothing of Java, of files or of the network. A template is a stranger's program, so what it may do is bounded ({@link Bounds}); what is not
 * known here is refused, never passed over. docs/decisions says why this is not a library's.
 */
@NullMarked
package io.headstream.ingest.jinja;

import org.jspecify.annotations.NullMarked;
