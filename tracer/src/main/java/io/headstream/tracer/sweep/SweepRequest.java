package io.headstream.tracer.sweep;

import io.headstream.tracer.attribution.Question;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.intervene.Kind;
import io.headstream.tracer.intervene.Positions;
import io.headstream.tracer.intervene.Vector;
import io.headstream.tracer.model.Architecture;
import io.headstream.tracer.model.Transformer;

/**
 * What to measure.
 *
 * @param tokens of the prompt that is changed
 * @param question whose metric is measured
 * @param kind zero, mean, patch or resample
 * @param vector what is put in the place of each; none where zero
 * @param positions at which each is changed; of resid_pre, those that are gone through one by one
 * @param neurons how many, where neurons are gone through
 */
public record SweepRequest(
        int[] tokens, Question question, Swept swept, Kind kind, Vector vector, Positions positions, int neurons) {
    /** Most neurons that can be gone through. */
    public static final int MOST_NEURONS = 10_000;

    /**
     * Whether a model can be asked this.
     *
     * @throws TraceException naming what is wrong, and what is right
     */
    public void check(Architecture a) {
        Transformer.check(tokens, a);
        if (question.position() < 0 || question.position() >= tokens.length) {
            throw new TraceException("position " + question.position()
                    + " is outside the prompt; positions go from 0 to " + (tokens.length - 1));
        }
        if (kind != Kind.ZERO && kind != Kind.MEAN && kind != Kind.PATCH && kind != Kind.RESAMPLE) {
            throw new TraceException("a sweep is of zero, mean, patch or resample, not of " + kind.label());
        }
        if (vector instanceof Vector.Numbers) {
            throw new TraceException("a sweep takes means of prompts, not numbers");
        }
        if (swept == Swept.NEURONS && (neurons < 1 || neurons > MOST_NEURONS)) {
            throw new TraceException("a sweep is of 1 to " + MOST_NEURONS + " neurons, not of " + neurons);
        }
    }
}
