package io.headstream.tracer.trace;

import io.headstream.schema.TraceDetail;
import io.headstream.tracer.attribution.Proximity;
import io.headstream.tracer.choice.Budget;
import io.headstream.tracer.effect.EffectOptions;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.model.Architecture;
import java.util.Locale;

/**
 * How a pass is decomposed and how much of it is kept.
 *
 * @param shares the measure of shares and influence
 * @param budget how large the trace may become, of detail full the trace is as large as it is
 * @param force whether to trace what is refused for its size
 */
public record TraceOptions(TraceDetail detail, Proximity shares, EffectOptions effects, Budget budget, boolean force) {
    /** What is done unless asked otherwise. */
    public static final TraceOptions DEFAULT =
            new TraceOptions(TraceDetail.NEURONS, Proximity.L1, EffectOptions.DEFAULT, Budget.DEFAULT, false);

    /** Neurons or terms of all positions that a full trace may be made of. */
    static final long MOST_IN_FULL = 4_000_000;

    /**
     * A detail as people ask for it.
     *
     * @throws TraceException listing those that are known
     */
    public static TraceDetail detail(String label) {
        return TraceDetail.labelled(label)
                .orElseThrow(() -> new TraceException("detail '" + label + "' is not known; it is one of "
                        + String.join(", ", TraceDetail.labels())));
    }

    public TraceOptions withDetail(TraceDetail other) {
        return new TraceOptions(other, shares, effects, budget, force);
    }

    public TraceOptions withShares(Proximity other) {
        return new TraceOptions(detail, other, effects, budget, force);
    }

    public TraceOptions withEffects(EffectOptions other) {
        return new TraceOptions(detail, shares, other, budget, force);
    }

    public TraceOptions withBudget(Budget other) {
        return new TraceOptions(detail, shares, effects, other, force);
    }

    public TraceOptions withForce(boolean other) {
        return new TraceOptions(detail, shares, effects, budget, other);
    }

    /**
     * Refuses a trace of full detail that nobody would want to wait for, before anything is computed.
     *
     * @throws TraceException with an estimate of its size
     */
    public void requireModest(Architecture a, int positions) {
        if (detail != TraceDetail.FULL || force) {
            return;
        }
        long neurons = (long) positions * a.layers() * a.dMlp();
        long terms = (long) positions * (positions + 1) / 2 * a.layers() * a.heads();
        if (neurons + terms > MOST_IN_FULL) {
            long nodes = (neurons * 3 / 10 + (long) positions * a.layers() * 2 * a.heads()) / 1000;
            throw new TraceException(String.format(
                    Locale.ROOT,
                    "detail full of %d tokens is some %,d,000 nodes, chosen from %d million neurons and %d million attention terms; "
                            + "take detail neurons, a shorter prompt, or force it",
                    positions,
                    nodes,
                    neurons / 1_000_000,
                    terms / 1_000_000));
        }
    }
}
