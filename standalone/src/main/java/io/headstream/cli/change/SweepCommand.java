package io.headstream.cli.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headstream.cli.client.ApiClient;
import io.headstream.cli.output.Output;
import io.headstream.cli.trace.TraceRun;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Changes one component after the other, and shows what hurts most. */
@Command(
        name = "sweep",
        description =
                "Take out or patch each head, MLP, residual state or strong neuron in turn, or cut each edge of a circuit, and show what changes the metric most",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  headstream sweep heads --target ' Mary' --distractor ' John' 'When Mary and John went to the store, John gave a drink to'",
            "  headstream sweep edges --circuit ioi --target ' Mary' --distractor ' John' 'When Mary and John went to the store, John gave a drink to'"
        })
public final class SweepCommand implements Callable<Integer> {
    private static final String EDGES = "edges";

    @Mixin
    private ApiClient server = new ApiClient();

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "WHAT",
            description = "heads, mlps, resid_pre, neurons or edges; left out, with --circuit, it is edges")
    private String of = "";

    @Option(
            names = "--circuit",
            paramLabel = "NAME",
            description =
                    "Of edges: those of this circuit, cut as they were when it was found unless --kind says otherwise")
    private @Nullable String circuit;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description =
                    "What is put in the place of each: zero (default), patch (with --patch-from), or mean, over the prompts")
    private @Nullable String kind;

    @Option(
            names = "--patch-from",
            paramLabel = "PROMPT",
            description = "Put this prompt's value in the place of each, instead of zero")
    private @Nullable String from;

    @Option(names = "--neurons", paramLabel = "N", description = "How many of the strongest neurons (default: 100)")
    private @Nullable Integer neurons;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "Rows that are shown (${DEFAULT-VALUE})")
    private int limit;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "PROMPT",
            description = "One prompt or several, each quoted")
    private List<String> prompts = new ArrayList<>();

    @Mixin
    private ChangedPrompt changed = new ChangedPrompt();

    @Override
    public Integer call() {
        if (circuit != null && !of.equals(EDGES)) {
            prompts.add(0, of);
            of = EDGES;
        }
        ObjectNode body = changed.body(prompts);
        ObjectNode sweep = changed.places().positions(body.putObject("sweep"));
        sweep.put("of", of).put("circuit", circuit).put("neurons", neurons);
        sweep.put("kind", kind != null ? kind : from != null ? "patch" : circuit == null ? "zero" : null);
        if (from != null) {
            sweep.putObject("from").put("prompt", from);
        } else if ("mean".equals(kind)) {
            prompts.forEach(sweep.putObject("from").putArray("prompts")::add);
        }
        TraceRun run = new TraceRun(server, spec);
        PrintWriter out = Output.of(spec);
        for (JsonNode trace : run.run(body)) {
            if (!server.json()) {
                out.println(Output.shown(trace.path("prompt").asText()));
                out.flush();
            }
            Output.result(measured(trace), server.json(), "raise --limit", spec);
            if (!server.json()) {
                run.where(trace, out);
                out.flush();
            }
        }
        return 0;
    }

    private JsonNode measured(JsonNode trace) {
        ObjectNode parameters = ApiClient.JSON.createObjectNode();
        ObjectNode given = parameters.putObject("parameters");
        given.put("trace", trace.path("id").asText()).put("of", of).put("limit", limit);
        return server.post("/api/queries/what-a-sweep-measured", parameters);
    }
}
