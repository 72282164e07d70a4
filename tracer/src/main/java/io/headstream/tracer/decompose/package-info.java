/**
 * The figures of every part of a pass: a table for each layer, filled in the order of docs/attribution.md. What is kept, and what becomes
 * of it, is the trace's to decide: nothing here knows a node or an edge.
 */
@NullMarked
package io.headstream.tracer.decompose;

import org.jspecify.annotations.NullMarked;
