package io.headstream.api.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Which positions of two prompts correspond: an alignment of least edit distance (Needleman and Wunsch 1970, with Levenshtein's
 * costs: 1 for a token that is put in, left out or replaced). Among the best alignments one that pairs the target positions is
 * taken, if there is one; otherwise gaps come as early as they can. Swapping the prompts swaps the sides and changes nothing else.
 *
 * @param pairs in order; every position of either prompt is in exactly one
 */
record Alignment(List<Pair> pairs) {
    static final int NONE = -1;

    /** Positions that correspond; NONE where the other prompt has nothing. */
    record Pair(int left, int right) {
        Pair mirrored() {
            return new Pair(right, left);
        }
    }

    /** How many tokens are put in, left out or replaced. */
    int distance(int[] left, int[] right) {
        return (int) pairs.stream()
                .filter(pair -> pair.left == NONE || pair.right == NONE || left[pair.left] != right[pair.right])
                .count();
    }

    /** The pair that each position is in: of the left prompt, or else of the right one. */
    List<Integer> pairOf(boolean ofLeft) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            if ((ofLeft ? pairs.get(i).left : pairs.get(i).right) != NONE) {
                places.add(i);
            }
        }
        return places;
    }

    /**
     * Aligns two prompts.
     *
     * @param left token ids, and the position that is to be paired with the right one's where that costs nothing
     */
    static Alignment of(int[] left, int leftTarget, int[] right, int rightTarget) {
        int order = Arrays.compare(left, right);
        if (order > 0
                || (order == 0 && leftTarget > rightTarget)) { // so that equally good ones do not depend on the side
            return new Alignment(of(right, rightTarget, left, leftTarget).pairs.stream()
                    .map(Pair::mirrored)
                    .toList());
        }
        List<Pair> best = least(left, 0, left.length, right, 0, right.length);
        List<Pair> through = new ArrayList<>(least(left, 0, leftTarget, right, 0, rightTarget));
        through.add(new Pair(leftTarget, rightTarget));
        through.addAll(least(left, leftTarget + 1, left.length, right, rightTarget + 1, right.length));
        Alignment free = new Alignment(best);
        Alignment kept = new Alignment(List.copyOf(through));
        return kept.distance(left, right) == free.distance(left, right) ? kept : free;
    }

    // of left[from, to) and right[from, to)
    private static List<Pair> least(int[] left, int leftFrom, int leftTo, int[] right, int rightFrom, int rightTo) {
        int[][] cost = costs(left, leftFrom, leftTo, right, rightFrom, rightTo);
        List<Pair> backwards = new ArrayList<>();
        int i = leftTo - leftFrom;
        int j = rightTo - rightFrom;
        while (i > 0 || j > 0) {
            int l = leftFrom + i - 1;
            int r = rightFrom + j - 1;
            if (i > 0 && j > 0 && cost[i][j] == cost[i - 1][j - 1] + (left[l] == right[r] ? 0 : 1)) {
                backwards.add(new Pair(l, r));
                i--;
                j--;
            } else if (i > 0 && cost[i][j] == cost[i - 1][j] + 1) {
                backwards.add(new Pair(l, NONE));
                i--;
            } else {
                backwards.add(new Pair(NONE, r));
                j--;
            }
        }
        Collections.reverse(backwards);
        return backwards;
    }

    private static int[][] costs(int[] left, int leftFrom, int leftTo, int[] right, int rightFrom, int rightTo) {
        int[][] cost = new int[leftTo - leftFrom + 1][rightTo - rightFrom + 1];
        for (int i = 0; i < cost.length; i++) {
            for (int j = 0; j < cost[i].length; j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int replaced = left[leftFrom + i - 1] == right[rightFrom + j - 1] ? 0 : 1;
                cost[i][j] = Math.min(cost[i - 1][j - 1] + replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
            }
        }
        return cost;
    }
}
