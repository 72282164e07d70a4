package io.headstream.tracer.intervene;

import java.util.Map;

/**
 * A head's attention, held.
 *
 * @param rows by query, its weights [key]
 */
record Frozen(int layer, int head, Map<Integer, float[]> rows) {}
