package io.headstream.benchmarks.queries;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Times every named query, from the request's first byte to the answer's last. */
final class Stopwatch {
    private static final int WARM_UP = 10;

    private final Api api;
    private final int runs;
    private final int traces;

    /** @param traces so many are asked about, the oldest */
    Stopwatch(Api api, int runs, int traces) {
        this.api = api;
        this.runs = runs;
        this.traces = traces;
    }

    /** By the query's name, in the library's order. */
    Map<String, Times> all(JsonNode library) throws IOException, InterruptedException {
        Values values = new Values(api, traces);
        Map<String, Times> times = new LinkedHashMap<>();
        for (JsonNode query : library) {
            times.put(query.path("name").asText(), one(query, values));
        }
        return times;
    }

    private Times one(JsonNode query, Values values) throws IOException, InterruptedException {
        double[] millis = new double[runs];
        for (int run = -WARM_UP; run < runs; run++) {
            Optional<Map<String, Object>> parameters = values.of(query);
            if (parameters.isEmpty()) {
                return Times.failed("no value is known for one of its parameters");
            }
            long start = System.nanoTime();
            HttpResponse<String> response =
                    api.tryPost("/api/queries/" + query.path("name").asText(), Map.of("parameters", parameters.get()));
            if (run >= 0) {
                millis[run] = (System.nanoTime() - start) / 1e6;
            }
            if (response.statusCode() != 200) {
                return Times.failed(response.statusCode() + " " + response.body());
            }
        }
        return Times.of(millis);
    }
}
