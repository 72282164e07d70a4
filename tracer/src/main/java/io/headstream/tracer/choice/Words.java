package io.headstream.tracer.choice;

import java.util.List;
import java.util.function.ToIntFunction;

/**
 * How many tokens are told of each projected vector beside the target position, where there are most.
 *
 * @param written the most probable ones
 * @param erased the least probable ones
 */
public record Words(int written, int erased) {
    public static final Words MOST = new Words(5, 3);

    private static final List<Words> FROM_MOST = List.of(MOST, new Words(3, 1), new Words(2, 1), new Words(1, 0));

    /** The most that stay within a number of relationships. */
    static Words within(int most, ToIntFunction<Words> relationships) {
        return FROM_MOST.stream()
                .filter(words -> relationships.applyAsInt(words) <= most)
                .findFirst()
                .orElse(FROM_MOST.get(FROM_MOST.size() - 1));
    }
}
