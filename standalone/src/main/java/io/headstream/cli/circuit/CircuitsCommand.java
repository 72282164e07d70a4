package io.headstream.cli.circuit;

import com.fasterxml.jackson.databind.JsonNode;
import io.headstream.cli.client.ApiClient;
import io.headstream.cli.output.Output;
import io.headstream.cli.output.Table;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists circuits. */
@Command(
        name = "circuits",
        description = "List the circuits that were found; write one into a file; remove one",
        mixinStandardHelpOptions = true,
        subcommands = {CircuitsExportCommand.class, CircuitsRemoveCommand.class},
        footer = {
            "",
            "Examples:",
            "  headstream circuits export ioi --format graphml",
            "  headstream circuits remove ioi"
        })
public final class CircuitsCommand implements Callable<Integer> {
    @Mixin
    private ApiClient server = new ApiClient();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        JsonNode circuits = server.get("/api/circuits");
        if (server.json()) {
            Output.of(spec).println(circuits.toPrettyString());
        } else {
            Table table =
                    new Table(List.of("name", "model", "edges", "nodes", "faithfulness", "complement", "created"));
            circuits.path("items")
                    .forEach(circuit -> table.row(List.of(
                            circuit.path("name"),
                            circuit.path("modelName"),
                            circuit.path("edges"),
                            circuit.path("nodes"),
                            circuit.path("faithfulness"),
                            circuit.path("complement"),
                            circuit.path("createdAt"))));
            table.print(Output.of(spec));
        }
        Output.of(spec).flush();
        return 0;
    }
}
