package io.headstream.cypher;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The headings that the named queries are listed under, in this order. */
public enum Group {
    TOKENS("Tokens"),
    HEADS("Heads"),
    ATTENTION("Attention"),
    NEURONS("Neurons"),
    NORMS("Norms"),
    FLOW("Flow"),
    POSITIONS("Positions"),
    COMPARISON("Comparison"),
    CORPUS("Corpus"),
    HOUSEKEEPING("Housekeeping");

    private final String title;

    Group(String title) {
        this.title = title;
    }

    /** The heading, as in a query's header and in JSON. */
    public String title() {
        return title;
    }

    static Optional<Group> of(String title) {
        return Arrays.stream(values())
                .filter(group -> group.title.equals(title))
                .findFirst();
    }

    static String titles() {
        return Arrays.stream(values()).map(Group::title).collect(Collectors.joining(", "));
    }
}
