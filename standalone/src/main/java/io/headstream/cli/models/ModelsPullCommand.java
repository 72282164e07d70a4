package io.headstream.cli.models;

import com.fasterxml.jackson.databind.JsonNode;
import io.headstream.cli.client.ApiClient;
import io.headstream.cli.client.CommandFailure;
import io.headstream.cli.client.JobWatch;
import io.headstream.cli.output.Output;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Pulls a model from the hub. */
@Command(
        name = "pull",
        description = "Pull a model from the hub into the cache that Hugging Face's tools use",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  headstream models pull openai-community/gpt2",
            "",
            "The server reads HF_TOKEN, HF_HOME, HF_ENDPOINT and HF_HUB_OFFLINE: set them where it starts. See docs/models.md."
        })
final class ModelsPullCommand implements Callable<Integer> {
    @Mixin
    private ApiClient server = new ApiClient();

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "Its id on the hub: ORG/NAME, or ORG/NAME@REVISION")
    private String id = "";

    @Option(names = "--revision", paramLabel = "REV", description = "A branch, a tag, a commit, or refs/pr/N (main)")
    private @Nullable String revision;

    @Override
    public Integer call() {
        if (revision != null && id.contains("@")) {
            throw CommandFailure.wrongInput("'" + id + "' names a revision, and so does --revision; give one");
        }
        String source = revision == null ? id : id + "@" + revision;
        JsonNode answer = server.postJob(
                "/api/models", ApiClient.JSON.createObjectNode().put("source", source), Output.errorsOf(spec));
        ModelsCommand.show(answer.has("state") ? whenPulled(answer) : answer, server.json(), spec);
        return 0;
    }

    private JsonNode whenPulled(JsonNode job) {
        JsonNode last = new JobWatch(server, "pulling", true).toEnd(job, Output.errorsOf(spec));
        return server.get("/api/models/" + ApiClient.encode(last.path("model").asText()));
    }
}
