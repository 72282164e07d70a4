package io.headstream.ingest.graph;

import io.quarkus.neo4j.runtime.Neo4jConfiguration;
import io.quarkus.neo4j.runtime.Neo4jDriverRecorder;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.ShutdownContext;
import io.smallrye.config.SmallRyeConfig;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Logging;

/**
 * The driver, as the settings of Quarkus's extension have it, but for its logger. The one that it has by itself (6.0.2) writes every message out as text
 * before it asks whether anybody wants to read that: all rows of a trace, every figure, and every record of an answer.
 */
@Singleton
public class GraphDriver {
    private final Closing closing = new Closing(new ArrayList<>());

    private record Closing(List<Runnable> tasks) implements ShutdownContext {
        @Override
        public void addShutdownTask(Runnable task) {
            tasks.add(task);
        }

        @Override
        public void addLastShutdownTask(Runnable task) {
            tasks.add(task);
        }
    }

    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    Driver driver() {
        Neo4jConfiguration settings =
                ConfigProvider.getConfig().unwrap(SmallRyeConfig.class).getConfigMapping(Neo4jConfiguration.class);
        Neo4jDriverRecorder extension = new Neo4jDriverRecorder(new RuntimeValue<>(settings));
        Config config = quiet(extension.buildConfig().getValue());
        return extension.initializeDriver(closing, new RuntimeValue<>(config)).getValue();
    }

    @PreDestroy
    void close() {
        closing.tasks().forEach(Runnable::run);
    }

    @SuppressWarnings("deprecation") // the driver offers no other way to choose a logger
    private static Config quiet(Config given) {
        Config.ConfigBuilder config = Config.builder()
                .withLogging(Logging.slf4j())
                .withMaxConnectionPoolSize(given.maxConnectionPoolSize())
                .withMaxConnectionLifetime(given.maxConnectionLifetimeMillis(), TimeUnit.MILLISECONDS)
                .withConnectionLivenessCheckTimeout(given.idleTimeBeforeConnectionTest(), TimeUnit.MILLISECONDS)
                .withConnectionAcquisitionTimeout(given.connectionAcquisitionTimeoutMillis(), TimeUnit.MILLISECONDS)
                .withMaxTransactionRetryTime(given.maxTransactionRetryTimeMillis(), TimeUnit.MILLISECONDS);
        given.observationProvider().ifPresent(config::withObservationProvider);
        if (given.logLeakedSessions()) {
            config.withLeakedSessionsLogging();
        }
        if (given.encrypted()) {
            config.withEncryption().withTrustStrategy(given.trustStrategy());
        }
        return config.build();
    }
}
