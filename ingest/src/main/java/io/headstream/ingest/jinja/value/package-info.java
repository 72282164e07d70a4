/**
 * What templates reckon with: texts, numbers, lists and maps as Python has them, their operators, methods, filters and tests. Nothing here reads a template
 * or knows how one is run; each step that makes or goes through something is paid for in {@link Bounds} before it is done.
 */
@NullMarked
package io.headstream.ingest.jinja.value;

import org.jspecify.annotations.NullMarked;
