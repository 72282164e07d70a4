package io.headstream.cli.keys;

import com.fasterxml.jackson.databind.JsonNode;
import io.headstream.cli.client.ApiClient;
import io.headstream.cli.output.Output;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a key and prints it, once. */
@Command(
        name = "add",
        description = "Make a key and print it; it is kept nowhere and cannot be shown again",
        mixinStandardHelpOptions = true)
final class KeysAddCommand implements Callable<Integer> {
    @Mixin
    private ApiClient server = new ApiClient();

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "Whose it is: letters, digits, dots, dashes, underscores")
    private String name = "";

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            defaultValue = "read",
            description = "read (look and ask), trace (also trace, import, add models, delete traces) or admin"
                    + " (also keys, Neo4j Browser, Bolt); ${DEFAULT-VALUE} where none is given")
    private String role = "";

    @Override
    public Integer call() {
        JsonNode made = server.post(
                "/api/keys", ApiClient.JSON.createObjectNode().put("name", name).put("role", role));
        if (server.json()) {
            Output.of(spec).println(made.toPrettyString());
        } else {
            Output.errorsOf(spec)
                    .printf(
                            "%s's key, role %s; keep it now, it is not shown again:%n",
                            made.path("name").asText(), made.path("role").asText());
            Output.errorsOf(spec).flush();
            Output.of(spec).println(made.path("key").asText());
        }
        Output.of(spec).flush();
        return 0;
    }
}
