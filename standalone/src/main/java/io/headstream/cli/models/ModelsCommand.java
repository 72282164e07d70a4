package io.headstream.cli.models;

import com.fasterxml.jackson.databind.JsonNode;
import io.headstream.cli.client.ApiClient;
import io.headstream.cli.output.Output;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the models. */
@Command(
        name = "models",
        description = "List the models, add one from a folder, or pull one from the hub",
        mixinStandardHelpOptions = true,
        subcommands = {ModelsAddCommand.class, ModelsPullCommand.class})
public final class ModelsCommand implements Callable<Integer> {
    @Mixin
    private ApiClient server = new ApiClient();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        JsonNode models = server.get("/api/models");
        List<String> columns = List.of(
                "name", "id", "family", "layers", "heads", "dModel", "vocabulary", "context", "inGraph", "source");
        Output.items(models, server.json(), columns, columns, spec);
        if (!server.json()) {
            models.path("items").forEach(m -> remarks(m, Output.of(spec)));
            Output.of(spec).flush();
        }
        return 0;
    }

    private static void remarks(JsonNode model, PrintWriter out) {
        if (model.hasNonNull("problem")) {
            out.printf(
                    "%n%s cannot be traced: %s%n",
                    model.path("name").asText(), model.path("problem").asText());
        }
        model.path("notes")
                .forEach(note -> out.printf("%n%s: %s%n", model.path("name").asText(), note.asText()));
    }

    /** Says that a model is there, and how to use it. */
    static void show(JsonNode model, boolean json, @Nullable CommandSpec spec) {
        if (json) {
            Output.of(spec).println(model.toPrettyString());
        } else {
            Output.of(spec)
                    .printf(
                            "%s: %s layers, %s heads, %,d parameters%nheadstream trace --model %s 'A PROMPT'%n",
                            model.path("name").asText(),
                            model.path("layers").asText(),
                            model.path("heads").asText(),
                            model.path("parameters").asLong(),
                            model.path("name").asText());
            remarks(model, Output.of(spec));
        }
        Output.of(spec).flush();
    }
}
