package io.headstream.cli.circuit;

import io.headstream.cli.client.ApiClient;
import io.headstream.cli.trace.SavedFile;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a circuit into a file. */
@Command(name = "export", description = "Write a circuit into a file for other tools", mixinStandardHelpOptions = true)
final class CircuitsExportCommand implements Callable<Integer> {
    @Mixin
    private ApiClient server = new ApiClient();

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "CIRCUIT", description = "Its name or id")
    private String circuit = "";

    @Option(names = "--format", paramLabel = "FORMAT", description = "json (default) or graphml")
    private String format = "json";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The file to write; - is standard output (default: named by the server, in this folder)")
    private @Nullable String out;

    @Override
    public Integer call() {
        new SavedFile(out, spec)
                .save(server.open(
                        "/api/circuits/" + ApiClient.encode(circuit) + "/export?format=" + ApiClient.encode(format)));
        return 0;
    }
}
