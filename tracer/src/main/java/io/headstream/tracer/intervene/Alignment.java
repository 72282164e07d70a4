package io.headstream.tracer.intervene;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which position of one prompt is which of another. */
public final class Alignment {
    private Alignment() {}

    /** Position by position where both are as long; otherwise by the longest common subsequence of their tokens. */
    public static Map<Integer, Integer> of(List<Integer> here, List<Integer> there) {
        Map<Integer, Integer> pairs = new HashMap<>();
        if (here.size() == there.size()) {
            for (int p = 0; p < here.size(); p++) {
                pairs.put(p, p);
            }
            return pairs;
        }
        int[][] longest = new int[here.size() + 1][there.size() + 1]; // of what follows
        for (int i = here.size() - 1; i >= 0; i--) {
            for (int j = there.size() - 1; j >= 0; j--) {
                longest[i][j] = here.get(i).equals(there.get(j))
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < here.size() && j < there.size()) {
            if (here.get(i).equals(there.get(j))) {
                pairs.put(i++, j++);
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return pairs;
    }
}
