package io.headstream.cli.circuit;

import io.headstream.cli.client.ApiClient;
import io.headstream.cli.output.Output;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Removes a circuit. */
@Command(name = "remove", description = "Remove a circuit", mixinStandardHelpOptions = true)
final class CircuitsRemoveCommand implements Callable<Integer> {
    @Mixin
    private ApiClient server = new ApiClient();

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "CIRCUIT", description = "Its name or id")
    private String circuit = "";

    @Override
    public Integer call() {
        server.delete("/api/circuits/" + ApiClient.encode(circuit));
        Output.errorsOf(spec).printf("circuit '%s' is removed%n", Output.shown(circuit));
        Output.errorsOf(spec).flush();
        return 0;
    }
}
