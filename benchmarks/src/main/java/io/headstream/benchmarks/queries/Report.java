package io.headstream.benchmarks.queries;

import io.headstream.benchmarks.queries.Timed.Kind;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** The table and what it says of the aims. */
final class Report {
    private static final double GROWTH = 1.2; // of a one-trace query, from few traces to many

    private final StringBuilder text = new StringBuilder();
    private final List<Timed> timed;
    private final int few;
    private final int many;

    Report(List<Timed> timed, int few, int many) {
        this.timed = timed;
        this.few = few;
        this.many = many;
    }

    @Override
    public String toString() {
        line(
                "%-40s %-10s %9s %9s %9s %9s %6s",
                "query", "kind", "p50 " + few, "p95 " + few, "p50 " + many, "p95 " + many, "ratio");
        timed.forEach(this::row);
        line("%nTimes in ms, over HTTP; ratio: p95 at %d traces over p95 at %d.", many, few);
        for (Kind kind : Kind.values()) {
            String slow = names(kind, Timed::isSlow);
            line("%s: p95 at most %.0f ms at %d traces: %s", kind.title, kind.most, many, met(slow));
        }
        String grown = names(Kind.ONE_TRACE, query -> !(query.growth() <= GROWTH));
        line("%s: p95 at %d at most %.1f times that at %d: %s", Kind.ONE_TRACE.title, many, GROWTH, few, met(grown));
        return text.toString();
    }

    private void row(Timed query) {
        if (query.few().hasFailed()) {
            line("%-40s %-10s %s", query.name(), query.kind().title, query.few().failure());
        } else {
            line(
                    "%-40s %-10s %9.1f %9.1f %9.1f %9.1f %6.2f",
                    query.name(),
                    query.kind().title,
                    query.few().percentile(0.5),
                    query.few().percentile(0.95),
                    query.many().percentile(0.5),
                    query.many().percentile(0.95),
                    query.growth());
        }
    }

    private String names(Kind kind, Predicate<Timed> which) {
        return String.join(
                ", ",
                timed.stream()
                        .filter(query -> query.kind() == kind)
                        .filter(which)
                        .map(Timed::name)
                        .toList());
    }

    private static String met(String exceptions) {
        return exceptions.isEmpty() ? "met by all" : "not met by " + exceptions;
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
    }
}
