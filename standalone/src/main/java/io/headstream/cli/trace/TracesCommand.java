package io.headstream.cli.trace;

import com.fasterxml.jackson.databind.JsonNode;
import io.headstream.cli.client.ApiClient;
import io.headstream.cli.output.Output;
import io.headstream.cli.output.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the traces. */
@Command(
        name = "traces",
        description = "List the traces, newest first",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  headstream traces --tag ioi", "  headstream traces --query Mary --limit 5"})
public final class TracesCommand implements Callable<Integer> {
    @Mixin
    private ApiClient server = new ApiClient();

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--query", paramLabel = "TEXT", description = "Part of the prompt")
    private @Nullable String query;

    @Option(names = "--tag", paramLabel = "TAG", description = "Only traces with this tag")
    private @Nullable String tag;

    @Option(names = "--model", paramLabel = "NAME", description = "Only traces of this model")
    private @Nullable String model;

    @Option(names = "--limit", paramLabel = "N", description = "Most traces (${DEFAULT-VALUE})", defaultValue = "50")
    private int limit = 50;

    @Override
    public Integer call() {
        Map<String, @Nullable Object> filter = new LinkedHashMap<>();
        filter.put("query", query);
        filter.put("tag", tag);
        filter.put("model", model);
        filter.put("limit", limit);
        JsonNode page = server.get("/api/traces?" + ApiClient.query(filter));
        if (server.json()) {
            Output.of(spec).println(page.toPrettyString());
        } else {
            Table table = new Table(List.of("id", "prompt", "target", "distractor", "prediction", "model", "tags"));
            page.path("items")
                    .forEach(trace -> table.row(List.of(
                            trace.path("id"),
                            trace.path("prompt"),
                            trace.path("target"),
                            trace.path("distractor"),
                            trace.path("prediction").path("text"),
                            trace.path("modelName"),
                            ApiClient.JSON
                                    .getNodeFactory()
                                    .textNode(String.join(
                                            ", ",
                                            StreamSupport.stream(
                                                            trace.path("tags").spliterator(), false)
                                                    .map(JsonNode::asText)
                                                    .toList())))));
            table.print(Output.of(spec));
            if (page.has("next")) {
                Output.errorsOf(spec).println("there are more: raise --limit, or narrow with --query or --tag");
            }
        }
        Output.of(spec).flush();
        return 0;
    }
}
