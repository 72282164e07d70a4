package io.headstream.tracer.attribution;

/**
 * What a pass says of a question: the home of its metric (effects take gradients of the same, as EffectMetric has it). Of an answer of several tokens it is all of them together, as its trace has it.
 *
 * @param metric the target's logit, its difference to the distractor's, or its log probability; of several tokens their sum
 * @param rank of the target in the prediction, 1 the most probable; of several tokens the worst
 * @param probability of the target in the prediction; of several tokens that of all, one after the other
 */
public record Outcome(double metric, int rank, double probability) {

    /**
     * What the logits at the positions that are explained say.
     *
     * @param logits [target][vocabulary]
     */
    public static Outcome of(Question question, float[][] logits) {
        double metric = 0;
        double probability = 1;
        int rank = 1;
        for (int i = 0; i < logits.length; i++) {
            float target = logits[i][question.targets().get(i)];
            int above = 0;
            for (float logit : logits[i]) {
                above += logit > target ? 1 : 0;
            }
            metric += metric(question, i, logits[i]);
            probability *= Math.exp(target - logSum(logits[i]));
            rank = Math.max(rank, 1 + above);
        }
        return new Outcome(metric, rank, probability);
    }

    /**
     * What one token adds to the metric.
     *
     * @param place which of the question's tokens, from 0
     * @param logits at its position [vocabulary]
     */
    public static double metric(Question question, int place, float[] logits) {
        double target = logits[question.targets().get(place)];
        if (question.isLogProbability()) {
            return target - logSum(logits);
        }
        return question.distractors().isEmpty()
                ? target
                : target - logits[question.distractors().get(place)];
    }

    /** The logarithm of the sum of exponentiated logits. */
    static double logSum(float[] logits) {
        double most = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            most = Math.max(most, logit);
        }
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit - most);
        }
        return most + Math.log(sum);
    }
}
