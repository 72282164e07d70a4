package io.headstream.tracer.attribution;

import ai.djl.ndarray.NDArray;
import io.headstream.tracer.model.ActivationCache;
import io.headstream.tracer.model.Norm;
import io.headstream.tracer.model.Parameters;
import java.util.OptionalInt;

/**
 * Direct logit attribution at one position: with the final norm's scale frozen, a part x adds x . direction to the metric, which is the
 * target's logit or its difference to the distractor's. The parts of the last residual state, plus the constant, add up to the metric.
 *
 * @param direction [d_model]
 * @param constant what the final norm's bias adds
 * @param metric the metric's value in the pass
 */
public record DirectLogit(NDArray direction, double constant, double metric) {

    public static DirectLogit of(
            ActivationCache cache, Parameters parameters, int position, int target, OptionalInt distractor) {
        NDArray unembedding = parameters.wU().get(":," + target);
        NDArray logits = cache.logits().get(position);
        double metric = logits.getFloat(target);
        if (distractor.isPresent()) {
            unembedding = unembedding.sub(parameters.wU().get(":," + distractor.getAsInt()));
            metric -= logits.getFloat(distractor.getAsInt());
        }
        Norm norm = parameters.lnFinal();
        float scale = norm.scale(cache.last().residPost().get(position)).getFloat();
        double constant = unembedding.mul(norm.bias()).sum().getFloat();
        return new DirectLogit(norm.pullBack(unembedding, scale), constant, metric);
    }

    /** The metric's part of each vector: [..., d_model] to one figure each, row by row. */
    public float[] of(NDArray vectors) {
        return vectors.matMul(direction).toFloatArray();
    }
}
