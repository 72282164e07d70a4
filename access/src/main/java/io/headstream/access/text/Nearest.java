package io.headstream.access.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The name that was probably meant. */
public final class Nearest {
    private static final int LONGEST = 40;
    private static final int PART = 3;

    private Nearest() {}

    /** The one that differs in the fewest letters, if these are at most a third of its own. */
    public static Optional<String> of(String written, Collection<String> names) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        String given = written.toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(name -> distance(given, name.toLowerCase(Locale.ROOT)) <= Math.max(1, name.length() / PART))
                .min(Comparator.comparingInt(name -> distance(given, name.toLowerCase(Locale.ROOT))));
    }

    /** Letters to change, add, leave out or swap with the next (Damerau and Levenshtein; no letter is changed twice). */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int changed = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(changed, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], 1 + cost[i - 2][j - 2]);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
