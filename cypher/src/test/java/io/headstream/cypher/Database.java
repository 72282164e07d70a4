package io.headstream.cypher;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.harness.Neo4j;
import org.neo4j.harness.Neo4jBuilders;

/** One migrated Neo4j for all tests of this module, given to them as a {@link Driver}. */
public final class Database implements ParameterResolver {
    private static @Nullable Driver driver;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Driver.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return driver();
    }

    private static synchronized Driver driver() {
        if (driver == null) {
            Neo4j neo4j =
                    // what is planned once is not planned again because a test has written nodes
                    Neo4jBuilders.newInProcessBuilder()
                            .withDisabledServer()
                            .withConfig(GraphDatabaseSettings.cypher_min_replan_interval, Duration.ofHours(1))
                            .build();
            driver = GraphDatabase.driver(neo4j.boltURI());
            Runtime.getRuntime().addShutdownHook(new Thread(neo4j::close));
            Schema.migrate(driver);
        }
        return driver;
    }
}
