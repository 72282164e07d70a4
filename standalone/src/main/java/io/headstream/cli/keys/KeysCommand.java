package io.headstream.cli.keys;

import io.headstream.cli.client.ApiClient;
import io.headstream.cli.output.Output;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the keys. */
@Command(
        name = "keys",
        description = "List who has a key; add and revoke keys (with an admin's key in HEADSTREAM_API_KEY)",
        mixinStandardHelpOptions = true,
        subcommands = {KeysAddCommand.class, KeysRevokeCommand.class},
        footer = {"", "Examples:", "  headstream keys add alice --role trace", "  headstream keys revoke alice"})
public final class KeysCommand implements Callable<Integer> {
    @Mixin
    private ApiClient server = new ApiClient();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        List<String> columns = List.of("name", "role", "created");
        Output.items(server.get("/api/keys"), server.json(), columns, columns, spec);
        return 0;
    }
}
