package io.headstream.api.sandbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How much one statement, one client, and all together, may take. */
@ApplicationScoped
public class StatementLimits {
    /** What a statement gets that is begun while others take all ordinary places: enough for one that starts at an index. */
    static final Duration SHORT = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Duration timeout;
    private final int concurrency;
    private final long bytes;

    public StatementLimits(
            @ConfigProperty(name = "headstream.cypher.timeout", defaultValue = "30s") Duration timeout,
            @ConfigProperty(name = "headstream.cypher.concurrency", defaultValue = "4") int concurrency,
            @ConfigProperty(name = "headstream.cypher.bytes", defaultValue = "64000000") long bytes) {
        this.timeout = timeout;
        this.concurrency = concurrency;
        this.bytes = bytes;
    }

    /** After which the database is told to stop. */
    Duration timeout() {
        return timeout;
    }

    /** Statements of users at a time. */
    int concurrency() {
        return concurrency;
    }

    /** How long a request waits for a place. */
    Duration patience() {
        return timeout.compareTo(PATIENCE) < 0 ? timeout : PATIENCE;
    }

    /** Of an answer's values, as JSON, about. */
    long bytes() {
        return bytes;
    }
}
