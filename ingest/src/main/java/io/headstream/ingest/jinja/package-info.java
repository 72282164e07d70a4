/**
 * Jinja, the language of chat templates, as jinja2 runs it for transformers: how a template is read and run, with white space taken away where jinja2 takes
 * it, and nothing of Java, of files or of the network. What is not known here is refused, never passed over. What it reckons with is in {@code value};
 * docs/decisions says why this is not a library's.
 */
@NullMarked
package io.headstream.ingest.jinja;

import org.jspecify.annotations.NullMarked;
