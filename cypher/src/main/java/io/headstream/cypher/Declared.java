package io.headstream.cypher;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the header of a file of Cypher declares, whatever the file is of, and whether its statement keeps to it. */
final class Declared {
    private static final Pattern VALUE = Pattern.compile("(\\w+) \\((\\w+)\\) (.+)");
    private static final Pattern USE = Pattern.compile("(?<=\\$)\\w+");

    private final Function<String, QueryException> wrong;

    /** @param wrong makes a problem an exception that names file and line */
    Declared(Function<String, QueryException> wrong) {
        this.wrong = wrong;
    }

    /** A line such as {@code token (token) what it is}. */
    Column value(String what, String content) {
        Matcher value = match(VALUE, content, "name (type) explanation");
        return new Column(
                value.group(1), type(what, Column.Type.values(), Column.Type::label, value.group(2)), value.group(3));
    }

    Matcher match(Pattern pattern, String content, String form) {
        Matcher matcher = pattern.matcher(content);
        if (!matcher.matches()) {
            throw wrong.apply("should read '" + form + "', not '" + content + "'");
        }
        return matcher;
    }

    <T> T type(String what, T[] types, Function<T, String> label, String wanted) {
        return Arrays.stream(types)
                .filter(type -> label.apply(type).equals(wanted))
                .findFirst()
                .orElseThrow(() -> wrong.apply("has a " + what + " of unknown type '" + wanted + "'; types are "
                        + Arrays.stream(types).map(label).collect(Collectors.joining(", "))));
    }

    /** The statement's parameters are those declared: no more, no less. */
    void requireParameters(String statement, Collection<String> names) {
        Set<String> used =
                USE.matcher(statement).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
        Set<String> declared = new TreeSet<>(names);
        if (!used.equals(declared)) {
            throw wrong.apply("declares the parameters " + declared + " and uses " + used);
        }
    }
}
