package io.headstream.tracer.choice;

import static io.headstream.tracer.decompose.PartKind.*;

import io.headstream.schema.ActivationId;
import io.headstream.schema.ActivationKind;
import io.headstream.tracer.decompose.LayerSize;
import io.headstream.tracer.decompose.LayerTable;
import io.headstream.tracer.decompose.Measure;
import io.headstream.tracer.decompose.PartKind;
import io.headstream.tracer.decompose.Ranking;
import java.util.Arrays;
import java.util.List;

/**
 * Marks in a layer's table what its block does at one position, whatever a trace keeps of it: the states, sums, norms and biases; every head with
 * the keys that a kept head keeps and the two that it attends to most; the neurons that are large there (what VISIT draws) and those with the
 * largest effect.
 */
public final class BlockChoice {
    private static final List<PartKind> ONE = List.of(
            RESID_PRE,
            RESID_MID,
            RESID_POST,
            ATTN_OUT,
            MLP_OUT,
            LN1,
            LN2,
            B_O,
            B_OUT,
            CHANGE_EMBED,
            CHANGE_ATTN,
            CHANGE_MID,
            CHANGE_MLP,
            CHANGE_POST);
    private static final int STRONGEST = 25; // neurons by effect

    private BlockChoice() {}

    /**
     * Keeps these and nothing else.
     *
     * @param table {@link LayerTable#list listed}
     */
    public static void of(LayerTable table, int position) {
        table.keepNothing();
        for (PartKind kind : ONE) {
            if (table.has(kind, Measure.NORM, position, 0)) {
                table.keep(kind, position, 0);
            }
        }
        Strength strength = new Strength(table);
        for (int h = 0; h < table.size().heads(); h++) {
            head(table, strength, position, h);
        }
        for (int i : Candidates.largestAndSmallest(table, position)) {
            table.keep(NEURON, position, i);
        }
        for (int i : Ranking.largest(strength.row(NEURON, position), STRONGEST)) {
            table.keep(NEURON, position, i);
        }
    }

    /** Keeps an activation of that layer too, if it is a neuron's or a memory value, of which not all are kept; nothing where there is none. */
    public static void add(LayerTable table, ActivationId id) {
        LayerSize size = table.size();
        if (id.kind() == ActivationKind.NEURON_ACTIVATION && id.number() < size.neurons()) {
            table.keep(NEURON, id.position(), id.number());
        }
        if (id.kind() == ActivationKind.MEMORY_VALUE && id.number() < size.heads()) {
            table.keep(MEMORY, id.position(), id.number());
        }
    }

    private static void head(LayerTable table, Strength strength, int position, int h) {
        table.keep(HEAD, position, h);
        float[] weights = new float[position + 1];
        float[] effects = new float[position + 1];
        for (int k = 0; k <= position; k++) {
            int term = table.term(position, h, k);
            weights[k] = (float) table.get(TERM, Measure.COEFFICIENT, position, term);
            effects[k] = strength.of(TERM, position, term);
        }
        Arrays.stream(Candidates.keys(weights, effects, Candidates.KEYS_AT_TARGET, Integer.MAX_VALUE))
                .forEach(k -> {
                    table.keep(TERM, position, table.term(position, h, k));
                    table.keep(MEMORY, k, h);
                });
    }
}
