package io.headstream.benchmarks.queries;

import com.fasterxml.jackson.databind.JsonNode;
import io.headstream.benchmarks.queries.Timed.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Times every named query on two running Headstreams, one with few traces and one with these and many more, and prints a table. */
final class QueryBenchmark {
    private static final int AGGREGATES = 5; // take so much longer

    private QueryBenchmark() {}

    /** Arguments: the address of the one with few, of the one with many, runs of each query about one trace; the others have a fifth. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Api few = new Api(arguments[0]);
        Api many = new Api(arguments[1]);
        int runs = Integer.parseInt(arguments[2]);
        Stopwatch stopwatch = new Stopwatch(few, many);
        List<JsonNode> library = new ArrayList<>();
        few.get("/api/queries").path("items").forEach(library::add);
        // aggregates last: what one leaves is collected while the next is timed
        library.sort(Comparator.comparing(Kind::of));
        List<Timed> timed = new ArrayList<>();
        for (JsonNode query : library) {
            timed.add(stopwatch.time(query, Kind.of(query) == Kind.ONE_TRACE ? runs : runs / AGGREGATES));
        }
        System.out.print(new Report(timed, few.traces(), many.traces()));
    }
}
