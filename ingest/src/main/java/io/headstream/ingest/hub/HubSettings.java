package io.headstream.ingest.hub;

import io.headstream.tracer.error.TraceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Where the hub is, who asks, and where what it gives is kept: Hugging Face's own environment variables, so that what works there
 * works here.
 *
 * @param endpoint address of the hub, without a slash at its end
 * @param secret a token from the environment
 * @param tokenFile where {@code hf auth login} leaves one
 * @param cache the folder that Hugging Face's tools call HF_HUB_CACHE
 * @param offline whether the network is not to be used
 * @param symlinks whether snapshots may be symbolic links to blobs
 */
public record HubSettings(
        String endpoint, Optional<String> secret, Path tokenFile, Path cache, boolean offline, boolean symlinks) {
    private static final String PUBLIC = "https://huggingface.co";
    private static final Set<String> TRUE = Set.of("1", "ON", "YES", "TRUE");

    /**
     * Reads the settings.
     *
     * @param variable a variable's value by name, absent where it is not set; headstream.hub by that name
     * @param home the user's home folder
     */
    public static HubSettings read(Function<String, Optional<String>> variable, Path home) {
        Function<String, Optional<String>> set =
                name -> variable.apply(name).map(String::strip).filter(v -> !v.isEmpty());
        Function<String, Optional<Path>> path = name -> set.apply(name).map(value -> path(value, home));
        Path cacheHome = path.apply("XDG_CACHE_HOME").orElse(home.resolve(".cache"));
        Path hfHome = path.apply("HF_HOME").orElse(cacheHome.resolve("huggingface"));
        return new HubSettings(
                set.apply("headstream.hub")
                        .or(() -> set.apply("HF_ENDPOINT"))
                        .orElse(PUBLIC)
                        .replaceAll("/+$", ""),
                set.apply("HF_TOKEN").or(() -> set.apply("HUGGING_FACE_HUB_TOKEN")),
                path.apply("HF_TOKEN_PATH").orElse(hfHome.resolve("token")),
                path.apply("HF_HUB_CACHE")
                        .or(() -> path.apply("HUGGINGFACE_HUB_CACHE"))
                        .orElse(hfHome.resolve("hub")),
                isTrue(set.apply("HF_HUB_OFFLINE").or(() -> set.apply("TRANSFORMERS_OFFLINE"))),
                !isTrue(set.apply("HF_HUB_DISABLE_SYMLINKS")));
    }

    private static boolean isTrue(Optional<String> value) {
        return value.filter(v -> TRUE.contains(v.toUpperCase(Locale.ROOT))).isPresent();
    }

    private static Path path(String value, Path home) {
        Path path = value.equals("~") || value.startsWith("~/")
                ? home.resolve(value.replaceFirst("^~/?", ""))
                : Path.of(value);
        return path.toAbsolutePath().normalize();
    }

    /** The token, if there is one; looked up anew each time, so that a login counts at once. */
    Optional<String> token() {
        return secret.or(() -> {
            try {
                return Files.isRegularFile(tokenFile)
                        ? Optional.of(Files.readString(tokenFile).strip()).filter(t -> !t.isEmpty())
                        : Optional.empty();
            } catch (IOException e) {
                throw new TraceException("token file '" + tokenFile + "' cannot be read: " + e.getMessage(), e);
            }
        });
    }

    /** Without the token, which belongs in no log. */
    @Override
    public String toString() {
        return "HubSettings[endpoint=" + endpoint + ", cache=" + cache + ", offline=" + offline + "]";
    }
}
