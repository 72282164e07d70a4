package io.headstream.access.keys;

import io.headstream.access.caller.Role;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response.Status;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who has a key: HEADSTREAM_API_KEY, which is an admin's, and those that were added since. Without any, this machine's own are served without asking. */
@ApplicationScoped
public class Keys {
    /** The name of the key that the setting gives. */
    public static final String FROM_SETTING = "HEADSTREAM_API_KEY";

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,63}");

    private final Optional<Key> setting;
    private final KeyFile file;
    private final ListeningAddress address;
    private volatile List<Key> added;

    public Keys(
            @ConfigProperty(name = "headstream.api-key") Optional<String> key,
            @ConfigProperty(name = "headstream.data", defaultValue = "data") Path data,
            ListeningAddress address) {
        this.setting = key.filter(text -> !text.isBlank())
                .map(secret -> new Key(FROM_SETTING, Role.ADMIN, Secrets.hash(secret.strip()), Instant.EPOCH));
        this.file = new KeyFile(data.resolve("keys.json"));
        this.address = address;
        this.added = file.read();
    }

    /** Whether nobody needs one. */
    public boolean none() {
        return setting.isEmpty() && added.isEmpty();
    }

    List<Key> all() {
        List<Key> all = new ArrayList<>();
        setting.ifPresent(all::add);
        all.addAll(added);
        return all;
    }

    /** The key whose secret this is. */
    public Optional<Key> of(String secret) {
        String hash = Secrets.hash(secret);
        // every one is compared: what is found, or how far, cannot be told from the time
        Key found = null;
        for (Key key : all()) {
            found = Secrets.same(key.hash(), hash) ? key : found;
        }
        return Optional.ofNullable(found);
    }

    /** Whether a key still opens. */
    public boolean has(Key key) {
        return all().contains(key);
    }

    /** Makes a key and returns its secret, which is kept nowhere. */
    synchronized String add(String name, Role role) {
        if (!NAME.matcher(name).matches() || name.equals(FROM_SETTING)) {
            throw HttpProblem.valueOf(
                    Status.BAD_REQUEST,
                    "'" + name
                            + "' cannot be a key's name: a letter, then up to 63 letters, digits, dots, dashes and"
                            + " underscores");
        }
        if (added.stream().anyMatch(key -> key.name().equalsIgnoreCase(name))) {
            throw HttpProblem.valueOf(
                    Status.CONFLICT, "there is a key named '" + name + "'; choose another name, or revoke it first");
        }
        if (none() && role != Role.ADMIN) {
            throw HttpProblem.valueOf(
                    Status.CONFLICT,
                    "the first key must be an admin's: once there is a key, nobody does anything without"
                            + " one, and somebody must be able to add and revoke");
        }
        String secret = "hs_" + Secrets.random();
        List<Key> next = new ArrayList<>(added);
        next.add(new Key(name, role, Secrets.hash(secret), Instant.now().truncatedTo(ChronoUnit.SECONDS)));
        replace(next);
        return secret;
    }

    /** Ends a key. */
    synchronized void revoke(String name) {
        if (name.equals(FROM_SETTING) && setting.isPresent()) {
            throw HttpProblem.valueOf(
                    Status.CONFLICT,
                    "that key is the setting HEADSTREAM_API_KEY; change the setting and start again to revoke it");
        }
        List<Key> next = added.stream().filter(key -> !key.name().equals(name)).toList();
        if (next.size() == added.size()) {
            throw HttpProblem.valueOf(
                    Status.NOT_FOUND, "there is no key named '" + name + "'; GET /api/keys lists those there are");
        }
        boolean admin = setting.isPresent() || next.stream().anyMatch(key -> key.role() == Role.ADMIN);
        if (!admin && !(next.isEmpty() && address.isLoopback())) {
            throw HttpProblem.valueOf(
                    Status.CONFLICT,
                    "'" + name + "' is the last admin's key: add another first"
                            + (next.isEmpty()
                                    ? ", since others than this machine are served"
                                    : ", or revoke the others first"));
        }
        replace(next);
    }

    private void replace(List<Key> next) {
        file.write(next);
        added = List.copyOf(next);
    }
}
