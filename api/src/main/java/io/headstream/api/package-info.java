/**
 * The service that reads the graph: traces and what is in them, pictures, comparisons, questions, files. It writes nothing but the deletion of a trace, and does not
 * know how one is made. Every class is in a room below; the root is empty.
 */
@NullMarked
package io.headstream.api;

import org.jspecify.annotations.NullMarked;
