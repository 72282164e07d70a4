package io.headstream.cli.keys;

import com.fasterxml.jackson.databind.JsonNode;
import io.headstream.cli.client.ApiClient;
import io.headstream.cli.client.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where programs connect to the database, and with what password. */
@Command(
        name = "bolt",
        description = "Where drivers connect to the database, and as whom",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "For this shell's programs:  eval \"$(./headstream bolt --env)\"",
            "sets NEO4J_URI, NEO4J_USERNAME and NEO4J_PASSWORD, which Neo4j's own tools and headstream.connect() in Python read."
        })
public final class BoltCommand implements Callable<Integer> {
    private static final String USER = "neo4j";

    @Mixin
    private ApiClient server = new ApiClient();

    @Option(names = "--env", description = "Print what sets the environment's variables, the password among them")
    private boolean env;

    @Override
    public Integer call() {
        JsonNode settings = server.get("/api/settings");
        String uri = settings.path("boltUri").asText();
        if (!settings.hasNonNull("boltPasswordFile")) {
            throw CommandFailure.failed("the database at " + uri
                    + " is a Neo4j server of its own, or on another machine: its password is not Headstream's to give");
        }
        Path file = trusted(uri, Path.of(settings.path("boltPasswordFile").asText()));
        if (env) {
            System.out.println("export NEO4J_URI=" + quoted(uri));
            System.out.println("export NEO4J_USERNAME=" + quoted(USER));
            System.out.println("export NEO4J_PASSWORD=" + quoted(password(file)));
        } else {
            System.out.printf(
                    "%s as user %s; the password is in %s%nFor this shell's programs: eval \"$(./headstream bolt --env)\"%n",
                    uri, USER, file);
        }
        return 0;
    }

    // a server's answer must not decide which file is read, or where what is in it is sent
    private static Path trusted(String uri, Path file) {
        if (!file.endsWith("bolt-password") || !uri.matches("bolt://localhost:\\d+")) {
            throw CommandFailure.failed("the server names '" + file + "' and " + uri
                    + ", which are not Headstream's; is it another server?");
        }
        return file;
    }

    private static String password(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw CommandFailure.failed("the password in '" + file
                    + "' cannot be read; only who started Headstream, on the same machine, can");
        }
    }

    // as a shell reads it literally
    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
