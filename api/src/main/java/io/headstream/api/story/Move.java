package io.headstream.api.story;

import io.headstream.schema.ActivationId;

/**
 * What one component does to what another reads, at one position (edge attribution patching).
 *
 * @param from the earlier output
 * @param to what reads: a head's output by its query, a memory value by its key or value, an MLP's output
 * @param via query, key, value or mlp
 * @param effect on the metric, an estimate
 */
record Move(ActivationId from, ActivationId to, String via, double effect) {
    static final String QUERY = "query";
    static final String KEY = "key";
    static final String VALUE = "value";
    static final String MLP = "mlp";

    double size() {
        return Math.abs(effect);
    }
}
