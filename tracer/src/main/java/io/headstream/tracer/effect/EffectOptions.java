package io.headstream.tracer.effect;

import io.headstream.tracer.error.TraceException;

/**
 * What effects are estimated of, and how.
 *
 * @param steps points of the path from the mean of all token embeddings to the prompt's own whose gradients are averaged (integrated gradients, Hanna et al.
 *     2024, arXiv 2403.17806, EAP-IG); 1 takes the gradient of the pass itself
 */
public record EffectOptions(EffectMetric metric, int steps) {
    /** The gradient of the target's logit, or of the logit difference, in the pass itself. */
    public static final EffectOptions DEFAULT = new EffectOptions(EffectMetric.LOGIT, 1);

    /** No effects, which saves the backward pass. */
    public static final EffectOptions NONE = new EffectOptions(EffectMetric.NONE, 1);

    private static final int MOST_STEPS = 64;

    public EffectOptions {
        checkSteps(steps);
    }

    /** @throws TraceException naming how many there may be */
    public static void checkSteps(int steps) {
        if (steps < 1 || steps > MOST_STEPS) {
            throw new TraceException("steps are " + steps + "; integrated gradients take 1 to " + MOST_STEPS);
        }
    }
}
