package io.headstream.api;

import io.headstream.cypher.Schema;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.harness.Neo4j;
import org.neo4j.harness.Neo4jBuilders;
import org.neo4j.io.ByteUnit;

/** A migrated Neo4j for the application under test. */
public final class Neo4jServer implements QuarkusTestResourceLifecycleManager {
    private @Nullable Neo4j neo4j;
    private String timeout = "20s"; // a slow machine plans the longest of the named queries for more than ten

    /** {@code timeout}: of a statement. */
    @Override
    public void init(Map<String, String> arguments) {
        timeout = arguments.getOrDefault("timeout", timeout);
    }

    @Override
    public Map<String, String> start() {
        Neo4j started = Neo4jBuilders.newInProcessBuilder()
                .withDisabledServer()
                .withConfig(GraphDatabaseSettings.memory_transaction_max_size, ByteUnit.mebiBytes(768))
                .build();
        neo4j = started;
        try (Driver driver = GraphDatabase.driver(started.boltURI())) {
            Schema.migrate(driver);
        }
        return Map.of(
                "headstream.neo4j.uri",
                started.boltURI().toString(),
                "headstream.models",
                System.getProperty("headstream.root") + "/models",
                "headstream.cypher.timeout",
                timeout);
    }

    @Override
    public void stop() {
        if (neo4j != null) {
            neo4j.close();
        }
    }
}
