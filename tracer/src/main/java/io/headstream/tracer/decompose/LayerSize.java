package io.headstream.tracer.decompose;

import io.headstream.tracer.attribution.Question;

/**
 * How many parts a layer has.
 *
 * @param layer which
 * @param neurons of the MLP
 * @param parallel whether attention and MLP read the same state
 * @param question what is asked of the pass
 */
public record LayerSize(int layer, int positions, int heads, int neurons, boolean parallel, Question question) {
    public boolean isTarget(int position) {
        return question.isTarget(position);
    }

    /** The positions whose predictions are explained. */
    public int[] targetPositions() {
        return question.positions().toArray();
    }
}
