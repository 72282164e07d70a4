package io.headstream.cli.trace;

import com.fasterxml.jackson.databind.JsonNode;
import io.headstream.cli.client.ApiClient;
import io.headstream.cli.client.CommandFailure;
import io.headstream.cli.output.Output;
import java.nio.file.Path;
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

/** Writes exported traces back into the graph. */
@Command(
        name = "import",
        description = "Write exported traces (format json) back into the graph",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  headstream import mary.json tokyo.json"})
public final class ImportCommand implements Callable<Integer> {
    @Mixin
    private ApiClient server = new ApiClient();

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "What `headstream export` wrote")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--replace", description = "A trace of the same id gives way")
    private boolean replace;

    @Override
    public Integer call() {
        List<JsonNode> imported = new ArrayList<>();
        for (Path file : files) {
            try {
                imported.add(server.post("/api/import?replace=" + replace, file));
            } catch (CommandFailure e) {
                throw e.in(file.toString());
            }
        }
        if (server.json()) {
            Output.of(spec).println(ApiClient.JSON.valueToTree(imported).toPrettyString());
        } else {
            imported.forEach(this::show);
        }
        Output.of(spec).flush();
        return 0;
    }

    private void show(JsonNode trace) {
        Output.of(spec)
                .printf(
                        "trace %s  %s/#/trace/%s  (%s nodes, %s relationships)%n",
                        trace.path("trace").asText(),
                        server.address(),
                        trace.path("trace").asText(),
                        trace.path("nodes").asText(),
                        trace.path("relationships").asText());
        kept(trace.path("keptLabels"), "what you call %s stays as it is here%n");
        kept(trace.path("keptViews"), "the saved views %s stay as they are here%n");
    }

    private void kept(JsonNode names, String sentence) {
        List<String> kept = new ArrayList<>();
        names.forEach(name -> kept.add(name.asText()));
        if (!kept.isEmpty()) {
            Output.of(spec).printf(sentence, String.join(", ", kept));
        }
    }
}
