package io.headstream.api.story;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** Why a component is in the story. */
enum Role {
    /** For what it does itself. */
    RANKED,
    /** It moves the query of one that is ranked. */
    QUERY,
    /** It wrote the value that one that is ranked reads. */
    VALUE,
    /** It feeds an MLP that is ranked. */
    FEEDS,
    /** At a position that is read, it sees that the token stood there before. */
    DUPLICATE,
    /** At a position that is read, it looks at what followed the token where it stood before. */
    INDUCTION;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Stream<String> labels() {
        return Arrays.stream(values()).map(Role::label);
    }
}
