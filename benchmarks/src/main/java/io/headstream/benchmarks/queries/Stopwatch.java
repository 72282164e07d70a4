package io.headstream.benchmarks.queries;

import com.fasterxml.jackson.databind.JsonNode;
import io.headstream.benchmarks.queries.Timed.Kind;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;

/** Times named queries, from the request's first byte to the answer's last, on two servers in turns. */
final class Stopwatch {
    private static final int WARM_UP = 20;

    private final Api few;
    private final Api many;
    private final Values values;

    /** @param few its traces are those that are asked about, on both */
    Stopwatch(Api few, Api many) throws IOException, InterruptedException {
        this.few = few;
        this.many = many;
        this.values = new Values(few);
    }

    Timed time(JsonNode query, int runs) throws IOException, InterruptedException {
        String name = query.path("name").asText();
        double[] onFew = new double[runs];
        double[] onMany = new double[runs];
        for (int run = -WARM_UP; run < runs; run++) {
            Optional<Map<String, Object>> parameters = values.of(query);
            if (parameters.isEmpty()) {
                return failed(query, "no value is known for one of its parameters");
            }
            Map<String, ?> body = Map.of("parameters", parameters.get());
            // who comes first changes, as the second may find the machine's caches warm
            double[] millis = run % 2 == 0 ? both(few, many, name, body) : swapped(both(many, few, name, body));
            if (Double.isNaN(millis[0] + millis[1])) {
                return failed(query, "is not answered with 200 to " + body);
            }
            if (run >= 0) {
                onFew[run] = millis[0];
                onMany[run] = millis[1];
            }
        }
        return new Timed(name, Kind.of(query), Times.of(onFew), Times.of(onMany));
    }

    private static double[] both(Api first, Api second, String name, Map<String, ?> body)
            throws IOException, InterruptedException {
        return new double[] {millis(first, name, body), millis(second, name, body)};
    }

    private static double[] swapped(double[] pair) {
        return new double[] {pair[1], pair[0]};
    }

    private static double millis(Api api, String name, Map<String, ?> body) throws IOException, InterruptedException {
        long start = System.nanoTime();
        HttpResponse<String> response = api.tryPost("/api/queries/" + name, body);
        double millis = (System.nanoTime() - start) / 1e6;
        return response.statusCode() == 200 ? millis : Double.NaN;
    }

    private static Timed failed(JsonNode query, String why) {
        return new Timed(query.path("name").asText(), Kind.of(query), Times.failed(why), Times.failed(why));
    }
}
