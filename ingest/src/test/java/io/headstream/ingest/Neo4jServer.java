package io.headstream.ingest;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import org.neo4j.harness.Neo4j;
import org.neo4j.harness.Neo4jBuilders;

/** An empty Neo4j for the application under test, which migrates it itself. */
public final class Neo4jServer implements QuarkusTestResourceLifecycleManager {
    private Neo4j neo4j;

    @Override
    public Map<String, String> start() {
        neo4j = Neo4jBuilders.newInProcessBuilder().withDisabledServer().build();
        return Map.of(
                "headstream.neo4j.uri",
                neo4j.boltURI().toString(),
                "headstream.models",
                System.getProperty("headstream.root") + "/models",
                "headstream.data",
                data());
    }

    private static String data() {
        try {
            return Files.createTempDirectory("headstream-data").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        neo4j.close();
    }
}
