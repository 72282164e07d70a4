package io.headstream.tracer.intervene;

/**
 * Attention terms of a head that are removed or masked.
 *
 * @param masked whether the row makes 1 without them
 */
record Terms(int layer, int head, int[] queries, int[] keys, boolean masked) {}
