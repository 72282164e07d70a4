/**
 * From a request to a trace: what is stored of a decomposed pass, as nodes and edges, and what the stored vectors say in words. Figures are
 * taken from decompose's tables; nothing here computes one but entropies and ranks.
 */
@NullMarked
package io.headstream.tracer.trace;

import org.jspecify.annotations.NullMarked;
