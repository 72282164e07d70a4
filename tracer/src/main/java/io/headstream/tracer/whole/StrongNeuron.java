package io.headstream.tracer.whole;

import static io.headstream.tracer.decompose.PartKind.NEURON;

import io.headstream.schema.ActivationId;
import io.headstream.tracer.decompose.LayerTable;
import io.headstream.tracer.decompose.Measure;
import io.headstream.tracer.decompose.Ranking;
import java.util.ArrayList;
import java.util.List;

/**
 * One of a layer's strongest neurons at the target position, whatever is kept of it.
 *
 * @param mlp the layer's mlp_out there
 * @param rank 1 is the strongest
 * @param strength |activation| times the norm of its row of W_out
 */
public record StrongNeuron(ActivationId mlp, int index, int rank, double strength, double activation) {
    private static final int STRONGEST = 100; // of a layer, as the paper counts

    /** Of a layer whose table is not narrowed yet, strongest first. */
    public static List<StrongNeuron> of(LayerTable table) {
        int target = table.size().question().position();
        float[] strength = new float[table.size().neurons()];
        for (int i = 0; i < strength.length; i++) {
            strength[i] = (float) table.get(NEURON, Measure.NORM, target, i);
        }
        int[] order = Ranking.largest(strength, STRONGEST);
        List<StrongNeuron> strongest = new ArrayList<>();
        for (int rank = 1; rank <= order.length; rank++) {
            int i = order[rank - 1];
            if (Float.isFinite(strength[i])) {
                strongest.add(new StrongNeuron(
                        ActivationId.mlp(table.size().layer(), target),
                        i,
                        rank,
                        strength[i],
                        table.get(NEURON, Measure.COEFFICIENT, target, i)));
            }
        }
        return strongest;
    }
}
