package io.headstream.cli.models;

import com.fasterxml.jackson.databind.JsonNode;
import io.headstream.cli.client.ApiClient;
import io.headstream.cli.client.JobWatch;
import io.headstream.cli.output.Output;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads a model's weights into the graph. */
@Command(
        name = "index",
        description = "Read a model's weights into the graph: what each neuron promotes, which heads copy",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  headstream index headstream-sample",
            "  headstream query neurons-that-promote-a-token -p 'token= Mary'",
            "",
            "It takes minutes for a large model; stopped, it goes on where it was. See docs/model-index.md."
        })
public final class IndexCommand implements Callable<Integer> {
    @Mixin
    private ApiClient server = new ApiClient();

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "MODEL", description = "The model's name or id")
    private String model = "";

    @Override
    public Integer call() {
        JsonNode job = server.postJob(
                "/api/models/" + ApiClient.encode(model) + "/index",
                ApiClient.JSON.createObjectNode(),
                Output.errorsOf(spec));
        JsonNode last = new JobWatch(server, "indexing", false).toEnd(job, Output.errorsOf(spec));
        if (server.json()) {
            Output.of(spec).println(last.toPrettyString());
        } else {
            Output.of(spec).println(last.path("model").asText() + ": indexed, " + last.path("total") + " layers");
        }
        Output.of(spec).flush();
        return 0;
    }
}
