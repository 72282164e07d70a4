package io.headstream.benchmarks.queries;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Fills a running Headstream to some traces, times every named query, fills it to more, times them again, and prints both. */
final class QueryBenchmark {
    private QueryBenchmark() {}

    /** Arguments: the server's address, the folder of prompts, traces at first, traces at last, runs of each query. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Api api = new Api(arguments[0]);
        Filling filling = new Filling(api, Path.of(arguments[1]));
        int[] traces = {Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3])};
        Stopwatch stopwatch = new Stopwatch(api, Integer.parseInt(arguments[4]), traces[0]);
        JsonNode library = api.get("/api/queries").path("items");
        filling.to(traces[0]);
        Map<String, Times> few = stopwatch.all(library);
        filling.to(traces[1]);
        Map<String, Times> many = stopwatch.all(library);
        System.out.print(new Report(library, few, many, traces));
    }
}
