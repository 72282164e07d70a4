package io.headstream.benchmarks.queries;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** The table and what it says of the aims. */
final class Report {
    private static final double ONE_TRACE = 100; // ms, p95
    private static final double AGGREGATE = 1000;
    private static final double GROWTH = 1.2; // of a one-trace query, from few traces to many

    private final StringBuilder text = new StringBuilder();
    private final JsonNode library;
    private final Map<String, Times> few;
    private final Map<String, Times> many;
    private final int[] traces;

    Report(JsonNode library, Map<String, Times> few, Map<String, Times> many, int[] traces) {
        this.library = library;
        this.few = few;
        this.many = many;
        this.traces = traces;
    }

    @Override
    public String toString() {
        line(
                "%-40s %-10s %9s %9s %9s %9s %6s",
                "query",
                "kind",
                "p50 " + traces[0],
                "p95 " + traces[0],
                "p50 " + traces[1],
                "p95 " + traces[1],
                "ratio");
        library.forEach(this::row);
        line("%nTimes in ms, over HTTP; ratio: p95 at %d traces over p95 at %d.", traces[1], traces[0]);
        aims("one trace", ONE_TRACE);
        aims("aggregate", AGGREGATE);
        String grown = names("one trace", name -> grows(of(few, name), of(many, name)));
        line(
                "one trace: p95 at %d at most %.1f times that at %d: %s",
                traces[1], GROWTH, traces[0], grown.isEmpty() ? "met by all" : "not met by " + grown);
        return text.toString();
    }

    private void row(JsonNode query) {
        String name = query.path("name").asText();
        Times a = of(few, name);
        Times b = of(many, name);
        if (a.hasFailed() || b.hasFailed()) {
            line("%-40s %-10s %s", name, kind(query), a.hasFailed() ? a.failure() : b.failure());
        } else {
            line(
                    "%-40s %-10s %9.1f %9.1f %9.1f %9.1f %6.2f",
                    name,
                    kind(query),
                    a.percentile(0.5),
                    a.percentile(0.95),
                    b.percentile(0.5),
                    b.percentile(0.95),
                    b.percentile(0.95) / a.percentile(0.95));
        }
    }

    private void aims(String kind, double most) {
        String slow = names(kind, name -> !(of(many, name).percentile(0.95) <= most));
        line(
                "%s: p95 at most %.0f ms at %d traces: %s",
                kind, most, traces[1], slow.isEmpty() ? "met by all" : "not met by " + slow);
    }

    private static Times of(Map<String, Times> times, String query) {
        return Objects.requireNonNull(times.get(query));
    }

    private static boolean grows(Times few, Times many) {
        return !(many.percentile(0.95) <= GROWTH * few.percentile(0.95));
    }

    private String names(String kind, Predicate<String> which) {
        return String.join(
                ", ",
                StreamSupport.stream(library.spliterator(), false)
                        .filter(query -> kind(query).equals(kind))
                        .map(query -> query.path("name").asText())
                        .filter(which)
                        .toList());
    }

    private static String kind(JsonNode query) {
        return StreamSupport.stream(query.path("parameters").spliterator(), false)
                        .anyMatch(parameter -> parameter.path("type").asText().equals("trace"))
                ? "one trace"
                : "aggregate";
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
    }
}
