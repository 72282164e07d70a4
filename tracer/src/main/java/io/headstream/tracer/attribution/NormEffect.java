package io.headstream.tracer.attribution;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.headstream.tracer.model.Parameters;
import java.util.ArrayList;
import java.util.List;

/**
 * Norms as semantic filters (Katz and Belinkov 2023, arXiv 2305.13417): the tokens whose probability in the vocabulary projection rises and
 * falls most from a norm's input to its output. Both are read by the same lens, softmax(W_U ln_final(x) + b_U).
 *
 * @param lifted largest rise first
 * @param filtered largest fall first
 */
public record NormEffect(List<Shift> lifted, List<Shift> filtered) {
    private static final int MOST = 10;

    /** A token's probability before and after; `rank` counts from 1 by the size of the change. */
    public record Shift(int token, int rank, double before, double after) {}

    /** Compares rows of `before` and `after` [n, d_model]; tokens that go the other way are left out. */
    public static List<NormEffect> of(NDArray before, NDArray after, Parameters parameters) {
        NDArray from = probabilities(before, parameters);
        NDArray to = probabilities(after, parameters);
        NDArray change = to.sub(from);
        int most = (int) Math.min(MOST, change.getShape().get(1));
        NDList risen = change.topK(most, 1, true, true);
        NDList fallen = change.topK(most, 1, false, true);
        List<NormEffect> effects = new ArrayList<>();
        for (int row = 0; row < before.getShape().get(0); row++) {
            NDArray fromRow = from.get(row);
            NDArray toRow = to.get(row);
            effects.add(new NormEffect(
                    shifts(risen.get(1).get(row), fromRow, toRow, 1),
                    shifts(fallen.get(1).get(row), fromRow, toRow, -1)));
        }
        return effects;
    }

    private static NDArray probabilities(NDArray vectors, Parameters parameters) {
        return parameters
                .unembedding()
                .apply(parameters.lnFinal().apply(vectors))
                .softmax(-1);
    }

    private static List<Shift> shifts(NDArray tokens, NDArray from, NDArray to, int sign) {
        long[] ids = tokens.toLongArray();
        float[] before = from.take(tokens).toFloatArray();
        float[] after = to.take(tokens).toFloatArray();
        List<Shift> shifts = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            if (sign * (after[i] - before[i]) > 0) {
                shifts.add(new Shift((int) ids[i], i + 1, before[i], after[i]));
            }
        }
        return shifts;
    }
}
