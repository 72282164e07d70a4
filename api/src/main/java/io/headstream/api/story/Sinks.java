package io.headstream.api.story;

import java.util.List;

/** Heads that rest: with nothing to read, a head attends to the first token (Xiao et al. 2023, attention sinks). */
final class Sinks {
    /** The weight on the first token above which a head rests there. */
    static final double WEIGHT = 0.8;

    private Sinks() {}

    /** Whether the key of the largest amount is the first token, with most of the weight; `reads` largest first. Of no head at the first token itself. */
    static boolean rests(Output output, List<Read> reads) {
        return output.head()
                && output.position() > 0
                && !reads.isEmpty()
                && reads.get(0).key() == 0
                && reads.get(0).weight() > WEIGHT;
    }
}
