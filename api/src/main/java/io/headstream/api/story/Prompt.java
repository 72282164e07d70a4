package io.headstream.api.story;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a prompt, and what is asked of it.
 *
 * @param ids of the tokens in the vocabulary
 * @param targetPosition where the target is predicted
 * @param target the text of the token that is explained; null in a graph that others wrote
 * @param distractor the text of the one it is compared with; null without
 */
record Prompt(
        List<String> tokens,
        List<Integer> ids,
        int targetPosition,
        @Nullable String target,
        @Nullable String distractor) {
    /**
     * Ids below this are no words of their own: bytes and special tokens, and the some 200 that a vocabulary made by merging got first, which are its commonest.
     */
    static final int COMMON = 480;

    /** The first position whose components count: the first token is where heads rest that have nothing to read. */
    int first() {
        return targetPosition == 0 ? 0 : 1;
    }

    boolean is(int position, @Nullable String token) {
        return token != null && tokens.get(position).equals(token);
    }

    boolean same(int position, int other) {
        return tokens.get(position).equals(tokens.get(other));
    }

    /** Where the token of that position stood before, the nearest first; nowhere for the commonest tokens, which say little. */
    List<Integer> earlier(int position) {
        if (ids.get(position) < COMMON) {
            return List.of();
        }
        return IntStream.range(0, position)
                .map(i -> position - 1 - i)
                .filter(other -> same(other, position))
                .boxed()
                .toList();
    }
}
