package io.headstream.benchmarks.queries;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Traces the prompts of a folder until so many traces are stored; those that are stored already count. */
final class Filling {
    private static final int BATCH = 25;
    private static final Set<String> OVER = Set.of("failed", "cancelled");

    private final Api api;
    private final List<String> prompts;

    /** Arguments: the server's address, the folder of prompts, traces. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        new Filling(new Api(arguments[0]), Path.of(arguments[1])).to(Integer.parseInt(arguments[2]));
    }

    private Filling(Api api, Path folder) throws IOException {
        this.api = api;
        this.prompts = prompts(folder);
    }

    /** Fails where there are not as many prompts. */
    private void to(int traces) throws IOException, InterruptedException {
        int stored = api.traces();
        if (traces - stored > prompts.size()) {
            throw new IllegalArgumentException("there are " + prompts.size() + " prompts, too few for " + traces);
        }
        while (stored < traces) {
            int from = Math.max(0, Math.min(stored, prompts.size() - BATCH));
            int size = Math.min(BATCH, traces - stored);
            await(api.post(
                            "/api/jobs",
                            Map.of("prompts", prompts.subList(from, from + size), "tags", List.of("benchmark")))
                    .path("id")
                    .asText());
            stored = api.traces();
            System.err.printf("%d of %d traces%n", stored, traces);
        }
    }

    private void await(String job) throws IOException, InterruptedException {
        JsonNode state = api.get("/api/jobs/" + job);
        while (!state.path("state").asText().equals("done")) {
            if (OVER.contains(state.path("state").asText())) {
                throw new IllegalStateException("a job did not trace its prompts: " + state);
            }
            Thread.sleep(200);
            state = api.get("/api/jobs/" + job);
        }
    }

    private static List<String> prompts(Path folder) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<String> prompts = new ArrayList<>();
        for (String file : List.of("ioi.jsonl", "capitals.jsonl", "stories.jsonl")) {
            for (String line : Files.readAllLines(folder.resolve(file))) {
                prompts.add(json.readTree(line).path("prompt").asText());
            }
        }
        return prompts;
    }
}
