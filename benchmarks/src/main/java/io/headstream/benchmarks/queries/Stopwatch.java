package io.headstream.benchmarks.queries;

import com.fasterxml.jackson.databind.JsonNode;
import io.headstream.benchmarks.queries.Timed.Kind;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Times named queries, from the request's first byte to the answer's last, on two servers in turns. */
final class Stopwatch {
    private static final int WARM_UP = 20;

    private final List<Api> servers;
    private final Values values;

    /** @param few its traces are those that are asked about, on both */
    Stopwatch(Api few, Api many) throws IOException, InterruptedException {
        this.servers = List.of(few, many);
        this.values = new Values(few);
    }

    Timed time(JsonNode query, int runs) throws IOException, InterruptedException {
        String name = query.path("name").asText();
        double[][] millis = new double[servers.size()][runs];
        for (int run = -WARM_UP; run < runs; run++) {
            Optional<Map<String, Object>> parameters = values.of(query);
            if (parameters.isEmpty()) {
                return failed(query, "no value is known for one of its parameters");
            }
            for (int turn = 0; turn < servers.size(); turn++) {
                // who comes first changes, as the second may find the machine's caches warm
                int server = Math.floorMod(run + turn, servers.size());
                long start = System.nanoTime();
                HttpResponse<String> response =
                        servers.get(server).tryPost("/api/queries/" + name, Map.of("parameters", parameters.get()));
                if (run >= 0) {
                    millis[server][run] = (System.nanoTime() - start) / 1e6;
                }
                if (response.statusCode() != 200) {
                    return failed(query, response.statusCode() + " " + response.body());
                }
            }
        }
        return new Timed(name, Kind.of(query), Times.of(millis[0]), Times.of(millis[1]));
    }

    private static Timed failed(JsonNode query, String why) {
        return new Timed(query.path("name").asText(), Kind.of(query), Times.failed(why), Times.failed(why));
    }
}
