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

    /** Letters to change, add or leave out (Levenshtein). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
