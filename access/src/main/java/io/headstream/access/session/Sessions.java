package io.headstream.access.session;

import io.headstream.access.keys.Key;
import io.headstream.access.keys.Keys;
import io.headstream.access.keys.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who has signed in with the page. A session ends after a time, at signing out, and with its key. */
@ApplicationScoped
public class Sessions {
    private static final int MOST = 10_000;

    private record Session(Key key, Instant end) {}

    private final Keys keys;
    private final Duration length;
    // by the hash of what the cookie says, so that a picture of the memory opens nothing
    private final Map<String, Session> sessions = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Session> eldest) {
            return size() > MOST;
        }
    };

    public Sessions(Keys keys, @ConfigProperty(name = "headstream.session", defaultValue = "12h") Duration length) {
        this.keys = keys;
        this.length = length;
    }

    public Duration length() {
        return length;
    }

    /** Begins one and returns what its cookie says. */
    public synchronized String begin(Key key) {
        Instant now = Instant.now();
        sessions.values().removeIf(session -> session.end().isBefore(now));
        String secret = Secrets.random();
        sessions.put(Secrets.hash(secret), new Session(key, now.plus(length)));
        return secret;
    }

    /** Whose a cookie is. */
    public synchronized Optional<Key> of(String secret) {
        return Optional.ofNullable(sessions.get(Secrets.hash(secret)))
                .filter(session -> session.end().isAfter(Instant.now()) && keys.has(session.key()))
                .map(Session::key);
    }

    public synchronized void end(String secret) {
        sessions.remove(Secrets.hash(secret));
    }
}
