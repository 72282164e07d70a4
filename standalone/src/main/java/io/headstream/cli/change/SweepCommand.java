package io.headstream.cli.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headstream.cli.client.ApiClient;
import io.headstream.cli.output.Output;
import io.headstream.cli.trace.PromptOptions;
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
                "Take out or patch each head, MLP, residual state or strong neuron in turn, and show what changes the metric most",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  headstream sweep heads --target ' Mary' --distractor ' John' 'When Mary and John went to the store, John gave a drink to'"
        })
public final class SweepCommand implements Callable<Integer> {
    @Mixin
    private ApiClient server = new ApiClient();

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "WHAT", description = "heads, mlps, resid_pre or neurons")
    private String of = "";

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "PROMPT",
            description = "One prompt or several, each quoted")
    private List<String> prompts = new ArrayList<>();

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

    @Mixin
    private PromptOptions asked = new PromptOptions();

    @Mixin
    private PlaceOptions places = new PlaceOptions();

    @Override
    public Integer call() {
        ObjectNode body = asked.body(prompts);
        ObjectNode sweep = places.positions(body.putObject("sweep"));
        sweep.put("of", of).put("kind", from == null ? "zero" : "patch").put("neurons", neurons);
        if (from != null) {
            sweep.putObject("from").put("prompt", from);
        }
        TraceRun run = new TraceRun(server, spec);
        PrintWriter out = Output.of(spec);
        for (JsonNode trace : run.run(body)) {
            ObjectNode parameters = ApiClient.JSON.createObjectNode();
            ObjectNode given = parameters.putObject("parameters");
            given.put("trace", trace.path("id").asText()).put("of", of).put("limit", limit);
            if (!server.json()) {
                out.println(Output.shown(trace.path("prompt").asText()));
                out.flush();
            }
            Output.result(
                    server.post("/api/queries/what-a-sweep-measured", parameters),
                    server.json(),
                    "raise --limit",
                    spec);
            if (!server.json()) {
                run.where(trace, out);
                out.flush();
            }
        }
        return 0;
    }
}
