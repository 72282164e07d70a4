package io.headstream.benchmarks.queries;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Times every named query on two running Headstreams, one with few traces and one with these and many more, and prints a table. */
final class QueryBenchmark {
    private QueryBenchmark() {}

    /** Arguments: the address of the one with few, of the one with many, runs of each query. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Api few = new Api(arguments[0]);
        Api many = new Api(arguments[1]);
        Stopwatch stopwatch = new Stopwatch(few, many, Integer.parseInt(arguments[2]));
        List<Timed> timed = new ArrayList<>();
        for (JsonNode query : few.get("/api/queries").path("items")) {
            timed.add(stopwatch.time(query));
        }
        System.out.print(new Report(timed, few.traces(), many.traces()));
    }
}
