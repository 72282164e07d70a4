package io.headstream.cli.circuit;

import io.headstream.cli.client.ApiClient;
import io.headstream.cli.output.Output;
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
        Output.items(
                server.get("/api/circuits"),
                server.json(),
                List.of("name", "model", "edges", "nodes", "faithfulness", "complement", "created"),
                List.of("name", "modelName", "edges", "nodes", "faithfulness", "complement", "createdAt"),
                spec);
        return 0;
    }
}
