/**
 * The graph's vocabulary, said once: what an activation can be and what it is called, its figures, the edges between activations, how
 * much of a pass a trace keeps, and the form of a trace's document. Whoever needs a label, an id or a property's name asks here. No
 * database, engine or web is known here, and nothing is computed.
 */
@NullMarked
package io.headstream.schema;

import org.jspecify.annotations.NullMarked;
