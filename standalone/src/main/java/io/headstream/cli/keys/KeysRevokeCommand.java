package io.headstream.cli.keys;

import io.headstream.cli.client.ApiClient;
import io.headstream.cli.output.Output;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Revokes a key. */
@Command(
        name = "revoke",
        description = "Revoke a key; it and its sessions open nothing from now on",
        mixinStandardHelpOptions = true)
final class KeysRevokeCommand implements Callable<Integer> {
    @Mixin
    private ApiClient server = new ApiClient();

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "Whose it is")
    private String name = "";

    @Override
    public Integer call() {
        server.delete("/api/keys/" + ApiClient.encode(name));
        Output.errorsOf(spec).printf("%s's key is revoked%n", name);
        Output.errorsOf(spec).flush();
        return 0;
    }
}
