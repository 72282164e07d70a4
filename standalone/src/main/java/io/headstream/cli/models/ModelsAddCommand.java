package io.headstream.cli.models;

import com.fasterxml.jackson.databind.JsonNode;
import io.headstream.cli.client.ApiClient;
import io.headstream.cli.client.Waiting;
import io.headstream.cli.output.Output;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Adds a model from a folder. */
@Command(
        name = "add",
        description = "Add a model from a folder on the server's machine",
        mixinStandardHelpOptions = true)
final class ModelsAddCommand implements Callable<Integer> {
    @Mixin
    private ApiClient server = new ApiClient();

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "A folder with config.json, model.safetensors and tokenizer.json")
    private Path folder = Path.of("");

    @Override
    public Integer call() {
        String source = folder.toAbsolutePath().normalize().toString();
        JsonNode added = Waiting.during(
                "reading the weights of " + folder.getFileName() + " and writing its heads, neurons and tokens",
                Output.errorsOf(spec),
                () -> server.post(
                        "/api/models", ApiClient.JSON.createObjectNode().put("source", source)));
        ModelsCommand.show(added, server.json(), spec);
        return 0;
    }
}
