package io.headstream.cli.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.headstream.cli.client.ApiClient;
import io.headstream.cli.client.CommandFailure;
import io.headstream.cli.client.JobWatch;
import io.headstream.cli.output.Output;
import io.headstream.cli.output.Table;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Traces prompts, and waits for them. */
@Command(
        name = "trace",
        description = "Trace a prompt and show what it predicts",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  headstream trace --target ' Mary' --distractor ' John' 'When Mary and John went to the store, John gave a drink to'",
            "  headstream trace --again 5c1e0f6a-1",
            "  headstream trace --chat --system 'Answer in one word.' 'What is the capital of Japan?'"
        })
public final class TraceCommand implements Callable<Integer> {
    @Mixin
    private ApiClient server = new ApiClient();

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "PROMPT", description = "One prompt or several, each quoted")
    private List<String> prompts = new ArrayList<>();

    @Option(names = "--tokens", split = ",", paramLabel = "ID", description = "Token ids instead of a prompt: 3,5,7")
    private List<Integer> tokens = new ArrayList<>();

    @Option(
            names = "--chat",
            description =
                    "Put the prompts into the model's chat template as turns: what a user says, what the assistant answers, what the user says then ...")
    private boolean chat;

    @Option(names = "--system", paramLabel = "TEXT", description = "With --chat: what the system's message says")
    private @Nullable String system;

    @Option(
            names = "--again",
            paramLabel = "TRACE",
            description =
                    "Instead of a prompt: trace anew what a trace is of, as it was asked for; what is given beside it counts")
    private @Nullable String again;

    @Option(
            names = "--bos",
            paramLabel = "BOS",
            description =
                    "What is put before a prompt: auto, what the tokenizer puts there unless the prompt begins with it (default); add a BOS; none")
    private @Nullable String bos;

    @Option(names = "--model", paramLabel = "NAME", description = "The model; the default one if left out")
    private @Nullable String model;

    @Option(
            names = "--target",
            paramLabel = "TOKEN",
            description =
                    "The token to explain; a leading space matters. As it is shown: [17] by its id, <0xE2> by its bytes, \\\\n (docs/tokens.md)")
    private @Nullable String target;

    @Option(names = "--distractor", paramLabel = "TOKEN", description = "Explain the target's logit minus this token's")
    private @Nullable String distractor;

    @Option(
            names = "--metric",
            paramLabel = "METRIC",
            description =
                    "logit, or difference: without a distractor one is proposed (default: difference with a distractor, else logit)")
    private @Nullable String metric;

    @Option(
            names = "--position",
            paramLabel = "N",
            description = "The position whose prediction is explained, from 0 (default: the last)")
    private @Nullable Integer position;

    @Option(names = "--detail", paramLabel = "DETAIL", description = "stream, heads, neurons (default) or full")
    private @Nullable String detail;

    @Option(names = "--shares", paramLabel = "MEASURE", description = "l1 (default) or l2")
    private @Nullable String shares;

    @Option(
            names = "--effects",
            paramLabel = "METRIC",
            description = "What effects are estimated of: logit (default), probability or none")
    private @Nullable String effects;

    @Option(names = "--steps", paramLabel = "N", description = "Points of integrated gradients, 1 (default) to 64")
    private @Nullable Integer steps;

    @Option(
            names = "--budget",
            paramLabel = "NODES",
            description = "Nodes that the trace may have at most, 1000 to 200000 (default: 12000)")
    private @Nullable Integer budget;

    @Option(names = "--force", description = "Trace what is refused for its size")
    private boolean force;

    @Option(names = "--tag", paramLabel = "TAG", description = "A label to find the trace by; may be repeated")
    private List<String> tags = new ArrayList<>();

    @Override
    public Integer call() {
        JsonNode job = server.postJob("/api/jobs", body(), Output.errorsOf(spec));
        job.path("notes").forEach(note -> Output.errorsOf(spec).println("note: " + Output.shown(note.asText())));
        JsonNode last = new JobWatch(server, "tracing", false).toEnd(job, Output.errorsOf(spec));
        PrintWriter out = Output.of(spec);
        List<JsonNode> traces = new ArrayList<>();
        last.path("traces").forEach(id -> traces.add(server.get("/api/traces/" + id.asText())));
        if (server.json()) {
            out.println(
                    traces.size() == 1
                            ? traces.get(0).toPrettyString()
                            : ApiClient.JSON.valueToTree(traces).toPrettyString());
        } else {
            traces.forEach(trace -> show(trace, out));
        }
        out.flush();
        return 0;
    }

    private ObjectNode body() {
        int given = (prompts.isEmpty() ? 0 : 1) + (tokens.isEmpty() ? 0 : 1) + (again == null ? 0 : 1);
        if (given != 1) {
            throw CommandFailure.wrongInput("give one of a prompt, --tokens and --again");
        }
        ObjectNode body = again == null
                ? ApiClient.JSON.createObjectNode()
                : TracedBefore.request(server.get("/api/traces/" + again));
        if (chat || system != null) {
            chat(body.putArray("messages"));
        } else if (!tokens.isEmpty()) {
            tokens.forEach(body.putArray("tokens")::add);
        } else if (prompts.size() == 1) {
            body.put("prompt", prompts.get(0));
        } else if (!prompts.isEmpty()) {
            prompts.forEach(body.putArray("prompts")::add);
        }
        Map<String, @Nullable Object> options = new LinkedHashMap<>();
        options.put("model", model);
        options.put("bos", bos);
        options.put("target", target);
        options.put("distractor", distractor);
        options.put("metric", metric);
        options.put("position", position);
        options.put("detail", detail);
        options.put("shares", shares);
        options.put("effects", effects);
        options.put("steps", steps);
        options.put("budget", budget);
        options.values().removeIf(Objects::isNull);
        options.forEach(body::putPOJO);
        if (force) {
            body.put("force", true);
        }
        tags.forEach(body.withArray("tags")::add);
        return body;
    }

    private void chat(ArrayNode messages) {
        if (!chat || prompts.isEmpty()) {
            throw CommandFailure.wrongInput("--chat goes with prompts, and --system with --chat");
        }
        if (system != null) {
            messages.addObject().put("role", "system").put("content", system);
        }
        for (int i = 0; i < prompts.size(); i++) {
            messages.addObject().put("role", i % 2 == 0 ? "user" : "assistant").put("content", prompts.get(i));
        }
    }

    private void show(JsonNode trace, PrintWriter out) {
        out.println(Output.shown(trace.path("prompt").asText()));
        String against = trace.path("distractor").asText();
        out.printf(
                "target \"%s\"%s: rank %s, probability %s, %s %s%n",
                Output.shown(trace.path("target").asText()),
                against.isEmpty() ? "" : " against \"" + Output.shown(against) + "\"",
                trace.path("targetRank").asText(),
                Table.number(trace.path("targetProbability").asDouble()),
                trace.path("metric").asText().replace('_', ' '),
                Table.number(trace.path("metricValue").asDouble()));
        Table table = new Table(List.of("rank", "token", "probability"));
        int shown = 0;
        for (JsonNode prediction : trace.path("predictions")) {
            if (shown++ < 5) {
                table.row(List.of(
                        prediction.path("rank"),
                        new TextNode(prediction.path("text").asText()),
                        prediction.path("probability")));
            }
        }
        table.print(out);
        out.printf(
                "trace %s  %s/#/trace/%s%n%n",
                trace.path("id").asText(), server.address(), trace.path("id").asText());
    }
}
