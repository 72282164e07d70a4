package io.headstream.tracer.index;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A head by its weights alone.
 *
 * @param copyingScore sum of the OV circuit's eigenvalues over the sum of their sizes, from -1 to 1; absent where they cannot be found
 * @param copies tokens whose own logit the circuit raises most when it attends to them, most first
 */
public record HeadEntry(OptionalDouble copyingScore, List<Copied> copies) {
    /** A token and how much attending to it adds to its own logit; `rank` counts from 1. */
    public record Copied(int token, int rank, double logit) {}
}
