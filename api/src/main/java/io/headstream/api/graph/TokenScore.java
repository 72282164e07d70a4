package io.headstream.api.graph;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A token in a vocabulary projection; rank 1 is the most probable. */
public record TokenScore(
        @Nullable Long rank, String text, @Nullable Long token, @Nullable Double logit, @Nullable Double probability) {

    /** From maps with the same keys, best rank first. */
    public static List<TokenScore> list(List<Map<String, Object>> rows) {
        return rows.stream()
                .map(row -> new TokenScore(
                        Figures.whole(row, "rank"),
                        String.valueOf(row.get("text")),
                        Figures.whole(row, "token"),
                        Figures.number(row, "logit"),
                        Figures.number(row, "probability")))
                .sorted(Comparator.comparing(TokenScore::rank, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }
}
