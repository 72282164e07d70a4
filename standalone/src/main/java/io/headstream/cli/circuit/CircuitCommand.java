package io.headstream.cli.circuit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headstream.cli.client.ApiClient;
import io.headstream.cli.client.CommandFailure;
import io.headstream.cli.client.JobWatch;
import io.headstream.cli.output.Output;
import io.headstream.cli.output.Table;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Finds a circuit, and shows what it is worth. */
@Command(
        name = "circuit",
        description =
                "Find the smallest circuit, edges between components, that keeps a behaviour over a file of prompts",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  headstream circuit --prompts prompts/ioi.jsonl --name ioi",
            "  headstream circuits",
            "  headstream query edges-of-a-circuit circuit=ioi",
            "",
            "A line of the file is {\"prompt\": ..., \"target\": ..., \"distractor\": ..., \"corrupted\": ...}, the last two where there are some.",
            "See docs/circuits.md."
        })
public final class CircuitCommand implements Callable<Integer> {
    private static final List<String> MEMBERS = List.of("prompt", "target", "distractor", "corrupted");

    @Mixin
    private ApiClient server = new ApiClient();

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--prompts", required = true, paramLabel = "FILE", description = "Prompts, a JSON object a line")
    private Path prompts = Path.of("");

    @Option(
            names = "--name",
            required = true,
            paramLabel = "NAME",
            description = "What it is called; a circuit of that name is replaced")
    private String name = "";

    @Option(names = "--model", paramLabel = "NAME", description = "The model; the default one if left out")
    private @Nullable String model;

    @Option(names = "--limit", paramLabel = "N", description = "Take the first N prompts of the file")
    private @Nullable Integer limit;

    @Option(
            names = "--ablation",
            paramLabel = "KIND",
            description =
                    "What goes along cut edges: corrupted, mean or zero (default: corrupted where each prompt has, or can be given, a corrupted one; else mean)")
    private @Nullable String ablation;

    @Option(
            names = "--keep",
            paramLabel = "PART",
            description = "The part of the metric that is to be kept (default: 0.9)")
    private @Nullable Double keep;

    @Option(names = "--steps", paramLabel = "N", description = "Points of integrated gradients, 1 to 64 (default: 5)")
    private @Nullable Integer steps;

    @Option(
            names = "--trials",
            paramLabel = "N",
            description = "Circuits that may be tried while edges are taken out (default: 100)")
    private @Nullable Integer trials;

    @Option(
            names = "--find",
            paramLabel = "N",
            description = "Find it with N of the prompts, judge it by the others (default: half of them)")
    private @Nullable Integer find;

    @Option(names = "--seed", paramLabel = "N", description = "Of what is drawn at random (default: 0)")
    private @Nullable Long seed;

    @Override
    public Integer call() {
        ObjectNode body = ApiClient.JSON.createObjectNode();
        body.put("model", model);
        ObjectNode asked = body.putObject("circuit").put("name", name).put("ablation", ablation);
        asked.put("keep", keep)
                .put("steps", steps)
                .put("trials", trials)
                .put("find", find)
                .put("seed", seed);
        read(asked.putArray("prompts"));
        JsonNode job = server.postJob("/api/jobs", body, Output.errorsOf(spec));
        JsonNode last = new JobWatch(server, "finding a circuit", false).toEnd(job, Output.errorsOf(spec));
        JsonNode found =
                server.get("/api/circuits/" + ApiClient.encode(last.path("id").asText()));
        PrintWriter out = Output.of(spec);
        if (server.json()) {
            out.println(found.toPrettyString());
        } else {
            show(found, out);
        }
        out.flush();
        return 0;
    }

    private void read(ArrayNode into) {
        List<String> lines;
        try {
            lines = Files.readAllLines(prompts);
        } catch (IOException e) {
            throw CommandFailure.wrongInput("'" + prompts + "' cannot be read as UTF-8 text: " + e.getMessage());
        }
        for (int i = 0; i < lines.size() && (limit == null || into.size() < limit); i++) {
            if (!lines.get(i).isBlank()) {
                into.add(example(lines.get(i), i + 1));
            }
        }
    }

    private ObjectNode example(String line, int number) {
        try {
            JsonNode given = ApiClient.JSON.readTree(line);
            if (given.path("prompt").isTextual() && given.path("target").isTextual()) {
                ObjectNode example = ApiClient.JSON.createObjectNode();
                MEMBERS.stream()
                        .filter(member -> given.path(member).isTextual())
                        .forEach(member -> example.set(member, given.get(member)));
                return example;
            }
        } catch (JsonProcessingException e) {
            // told below
        }
        throw CommandFailure.wrongInput("line " + number + " of '" + prompts
                + "' is no JSON object with a prompt and a target, as texts: give {\"prompt\": ..., \"target\": ...}");
    }

    private void show(JsonNode found, PrintWriter out) {
        JsonNode c = found.path("circuit");
        out.printf(
                "%s of %s: %s of %s edges join %s nodes%n",
                Output.shown(c.path("name").asText()),
                Output.shown(c.path("modelName").asText()),
                c.path("edges"),
                c.path("edgesOfModel"),
                c.path("nodes"));
        double random = 0;
        for (JsonNode each : c.path("random")) {
            random += each.asDouble() / c.path("random").size();
        }
        out.printf(
                "on %s prompts that it was not found with: faithfulness %s (random circuits of its size %s), complement %s, incompleteness %s%n",
                c.path("judgedBy"),
                figure(c, "faithfulness"),
                Table.number(random),
                figure(c, "complement"),
                figure(c, "incompleteness"));
        out.printf(
                "%s %s, of the model %s, with every edge cut %s%n",
                c.path("metric").asText().replace('_', ' '),
                figure(c, "metricValue"),
                figure(c, "metricFull"),
                figure(c, "metricEmpty"));
        Table table = new Table(List.of("rank", "from", "to", "score"));
        int shown = 0;
        for (JsonNode edge : found.path("edges")) {
            if (shown++ < 20) {
                table.row(List.of(edge.path("rank"), edge.path("from"), edge.path("to"), edge.path("score")));
            }
        }
        table.print(out);
    }

    private static String figure(JsonNode circuit, String name) {
        return Table.number(circuit.path(name).asDouble());
    }
}
