package io.headstream.standalone;

import io.headstream.access.keys.ListeningAddress;
import io.headstream.standalone.first.ReadyGraph;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;

/**
 * What must be known before Quarkus starts: its configuration's own names, from system properties and the environment.
 *
 * @param boltPassword what people's programs log on with to the embedded database, if it is not to be a random one
 * @param neo4jUri a real server to use instead of the embedded one
 * @param host the address that the page and the API listen on
 */
record Settings(
        Path data, int port, int boltPort, Optional<String> boltPassword, Optional<String> neo4jUri, String host) {

    /** Whether the server may listen where it is told to; keys that were added before are read later. */
    boolean mayListen() {
        return ListeningAddress.isLoopback(host)
                || value("headstream.api-key").isPresent()
                || Files.exists(data.resolve("keys.json"));
    }

    static Settings read() {
        return new Settings(
                Path.of(value("headstream.data").orElse("data"))
                        .toAbsolutePath()
                        .normalize(),
                port("headstream.port", 8080),
                port("headstream.bolt.port", 7687),
                value("headstream.bolt.password").map(BoltPassword::check),
                value("headstream.neo4j.uri"),
                value("quarkus.http.host").or(() -> value("headstream.host")).orElse("127.0.0.1"));
    }

    /** What a new data folder is to begin with. */
    static ReadyGraph.Wanted begin() {
        return new ReadyGraph.Wanted(
                Path.of(value("headstream.models").orElse("models")),
                value("headstream.default-model"),
                given("headstream.first-prompt"));
    }

    private static Optional<String> value(String name) {
        return given(name).filter(v -> !v.isBlank());
    }

    private static Optional<String> given(String name) {
        String variable = name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        return Optional.ofNullable(System.getProperty(name)).or(() -> Optional.ofNullable(System.getenv(variable)));
    }

    private static int port(String name, int otherwise) {
        Optional<String> value = value(name);
        try {
            int port = value.map(Integer::parseInt).orElse(otherwise);
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException e) {
            // told below, with the name of the setting
        }
        throw new UserError(name.toUpperCase(Locale.ROOT).replace('.', '_') + " must be a port from 1 to 65535, not '"
                + value.orElse("") + "'");
    }

    /** A fault of the caller's: told in one line, exit code {@link CommandLine.ExitCode#USAGE}. */
    static final class UserError extends RuntimeException {
        UserError(String message) {
            super(message);
        }

        UserError(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
