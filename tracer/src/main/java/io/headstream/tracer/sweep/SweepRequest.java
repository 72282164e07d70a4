package io.headstream.tracer.sweep;

import io.headstream.tracer.attribution.Question;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.intervene.At;
import io.headstream.tracer.intervene.Intervention;
import io.headstream.tracer.intervene.Kind;
import io.headstream.tracer.intervene.Place;
import io.headstream.tracer.intervene.Planning;
import io.headstream.tracer.intervene.Positions;
import io.headstream.tracer.intervene.Vector;
import io.headstream.tracer.model.Architecture;
import io.headstream.tracer.model.Transformer;
import java.util.List;

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
    /** The same of another question. */
    public SweepRequest asking(Question other) {
        return new SweepRequest(tokens, other, swept, kind, vector, positions, neurons);
    }

    // one of those that are gone through
    private At first() {
        return switch (swept) {
            case HEADS -> At.head(0, 0, positions);
            case MLPS -> At.whole(Place.MLP_OUT, 0, positions);
            case RESID_PRE -> At.whole(Place.RESID_PRE, 0, positions);
            case NEURONS -> At.neuron(0, 0, positions);
        };
    }

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
        Planning.check(List.of(new Intervention(kind, first(), 1, vector)), a, tokens, question.position());
        if (swept == Swept.NEURONS && (neurons < 1 || neurons > MOST_NEURONS)) {
            throw new TraceException("a sweep is of 1 to " + MOST_NEURONS + " neurons, not of " + neurons);
        }
    }
}
