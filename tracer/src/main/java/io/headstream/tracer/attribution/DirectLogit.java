package io.headstream.tracer.attribution;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import io.headstream.tracer.model.ActivationCache;
import io.headstream.tracer.model.Norm;
import io.headstream.tracer.model.Parameters;
import io.headstream.tracer.model.Probe;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Direct logit attribution at one position: with the final norm's scale frozen, a part x adds x . direction to the metric, which is the
 * target's logit, its difference to the distractor's, or its log probability. The parts of the last residual state, plus the constant, add up
 * to the metric.
 *
 * @param direction [d_model]
 * @param constant what the final norm's bias and b_U add; of a log probability, less the logarithm of the sum of all tokens' exponentiated logits
 * @param metric the metric's value in the pass
 */
public record DirectLogit(NDArray direction, double constant, double metric) {

    /** At each position that is explained, towards the token there; their metrics add up to the question's. */
    public static List<DirectLogit> of(ActivationCache cache, Parameters parameters, Question question) {
        return IntStream.range(0, question.targets().size())
                .mapToObj(i -> of(cache, parameters, question, i))
                .toList();
    }

    private static DirectLogit of(ActivationCache cache, Parameters parameters, Question question, int place) {
        NDManager manager = cache.logits().getManager();
        int position = question.position() + place;
        float[] logits = cache.logits().get(position).toFloatArray();
        int target = question.targets().get(place);
        NDArray unembedding = column(parameters, target, manager);
        double constant = bias(parameters, target);
        if (!question.distractors().isEmpty()) {
            int distractor = question.distractors().get(place);
            unembedding = unembedding.sub(column(parameters, distractor, manager));
            constant -= bias(parameters, distractor);
        }
        Norm norm = parameters.lnFinal();
        float scale = cache.probe()
                .at(
                        Probe.Site.FINAL_SCALE,
                        cache.layers().size() - 1,
                        norm.scale(cache.last().residPost()))
                .getFloat(position, 0);
        constant += norm.bias() == null ? 0 : unembedding.mul(norm.bias()).sum().getFloat();
        if (question.isLogProbability()) {
            constant -= Outcome.logSum(logits);
        }
        return new DirectLogit(norm.pullBack(unembedding, scale), constant, Outcome.metric(question, place, logits));
    }

    private static NDArray column(Parameters parameters, int token, NDManager manager) {
        return parameters.wU().get(manager, new NDIndex(":," + token));
    }

    private static double bias(Parameters parameters, int token) {
        NDArray bias = parameters.unembedding().bias();
        return bias == null ? 0 : bias.getFloat(token);
    }

    /** The metric's part of each vector: [..., d_model] to one figure each, row by row. */
    public float[] of(NDArray vectors) {
        return vectors.matMul(direction).toFloatArray();
    }
}
