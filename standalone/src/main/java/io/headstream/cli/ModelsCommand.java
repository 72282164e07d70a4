package io.headstream.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the models, or adds one. */
@Command(name = "models", description = "List the models, or add one", mixinStandardHelpOptions = true)
public final class ModelsCommand implements Callable<Integer> {
    @Mixin
    private Server server = new Server();

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--add", paramLabel = "FOLDER", description = "Add a model from a folder on the server's machine")
    private @Nullable String add;

    @Override
    public Integer call() {
        if (add != null) {
            String folder =
                    java.nio.file.Path.of(add).toAbsolutePath().normalize().toString();
            server.post("/api/models", Server.JSON.createObjectNode().put("source", folder));
        }
        JsonNode models = server.get("/api/models");
        if (server.json()) {
            Output.of(spec).println(models.toPrettyString());
            return 0;
        }
        List<String> columns = List.of(
                "name", "id", "family", "layers", "heads", "dModel", "vocabulary", "context", "inGraph", "source");
        Table table = new Table(columns);
        models.path("items")
                .forEach(m -> table.row(columns.stream().map(m::path).toList()));
        table.print(Output.of(spec));
        return 0;
    }
}
