package io.headstream.api.query;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How much one statement, and all together, may take. */
@ApplicationScoped
public class Limits {
    private final Duration timeout;
    private final int concurrency;

    public Limits(
            @ConfigProperty(name = "headstream.cypher.timeout", defaultValue = "30s") Duration timeout,
            @ConfigProperty(name = "headstream.cypher.concurrency", defaultValue = "4") int concurrency) {
        this.timeout = timeout;
        this.concurrency = concurrency;
    }

    /** After which the database is told to stop. */
    Duration timeout() {
        return timeout;
    }

    /** After which the caller is let go, should the database not stop: some expressions never look. */
    Duration deadline() {
        return timeout.plusSeconds(2);
    }

    /** Statements at a time. */
    int concurrency() {
        return concurrency;
    }
}
