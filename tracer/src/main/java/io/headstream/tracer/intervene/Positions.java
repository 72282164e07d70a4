package io.headstream.tracer.intervene;

import io.headstream.tracer.error.TraceException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * At which positions of the prompt.
 *
 * @param target the one whose prediction is explained
 * @param listed those; all where empty
 */
public record Positions(boolean target, List<Integer> listed) {
    public static final Positions ALL = new Positions(false, List.of());
    public static final Positions TARGET = new Positions(true, List.of());

    public static Positions of(Integer... positions) {
        return new Positions(false, List.of(positions));
    }

    /** Whether nothing is said. */
    public boolean all() {
        return !target && listed.isEmpty();
    }

    /** In a prompt of n tokens. */
    public int[] in(int n, int targetPosition) {
        if (target) {
            return new int[] {targetPosition};
        }
        return all()
                ? IntStream.range(0, n).toArray()
                : listed.stream()
                        .mapToInt(Integer::intValue)
                        .distinct()
                        .sorted()
                        .toArray();
    }

    void check(int n) {
        for (int position : listed) {
            if (position < 0 || position >= n) {
                throw new TraceException(
                        "position " + position + " is outside the prompt; positions go from 0 to " + (n - 1));
            }
        }
    }

    @Override
    public String toString() {
        return target ? "target" : all() ? "all" : listed.toString();
    }
}
