package io.headstream.tracer.choice;

import io.headstream.tracer.error.TraceException;

/**
 * How large a trace may become, whatever its length. Detail full is not bound by it.
 *
 * @param nodes at most; the target position's are kept in any case
 */
public record Budget(int nodes) {
    /** What is kept unless asked otherwise. */
    public static final Budget DEFAULT = new Budget(12_000);

    public static final int LEAST = 1_000;
    public static final int MOST = 200_000;

    private static final int RELATIONSHIPS = 5; // for each node
    private static final double KEYS =
            0.3; // part of the nodes that keys of all heads at one position may be, by effect and by attention each

    /** @throws TraceException where it is less than {@link #LEAST} or more than {@link #MOST} */
    public Budget {
        if (nodes < LEAST || nodes > MOST) {
            throw new TraceException("budget " + nodes + " is outside of what a trace can be; it goes from " + LEAST
                    + " to " + MOST + " nodes");
        }
    }

    /** At most. */
    public int relationships() {
        return RELATIONSHIPS * nodes;
    }

    /** Keys that a head may keep at most for their effect, and as many for their attention, so that all heads of one position fit. */
    public int keysOfHead(int heads) {
        return Math.max(Candidates.KEYS_AT_TARGET, (int) (KEYS * nodes / heads));
    }
}
