package io.headstream.cypher;

import ac.simons.neo4j.migrations.core.Migrations;
import ac.simons.neo4j.migrations.core.MigrationsConfig;
import java.net.URL;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/** Brings a database's constraints and indexes up to this version of the graph. */
public final class Schema {
    private static final String FOLDER = "migrations";
    private static final int INDEX_TIMEOUT_SECONDS = 300;

    private Schema() {}

    /**
     * Applies the migrations that the database has not seen, then waits until its indexes answer. Applying again
     * changes nothing, and two processes may do so at the same time (neo4j-migrations holds a lock).
     *
     * @throws ac.simons.neo4j.migrations.core.MigrationsException if a migration fails, or if one that was applied has
     *     been changed since
     */
    public static void migrate(Driver driver) {
        MigrationsConfig config = MigrationsConfig.builder()
                .withLocationsToScan("classpath:headstream/" + FOLDER)
                .withResourceScanner(locations -> files())
                .withMigrationClassesDiscoverer(context -> List.of())
                .withAutocrlf(true)
                .build();
        new Migrations(config, driver).apply();
        try (Session session = driver.session()) {
            session.run(Statements.read("schema/await-indexes"), Map.of("seconds", INDEX_TIMEOUT_SECONDS))
                    .consume();
        }
    }

    /**
     * Lets go of the lock that a migration left when its process was killed. Only for a database that this process has to
     * itself; otherwise the lock may be another's.
     */
    public static void releaseLock(Driver driver) {
        try (Session session = driver.session()) {
            session.run(Statements.write("schema/release-lock")).consume();
        }
    }

    /** The version of the last migration, as neo4j-migrations keeps it in the graph. */
    public static String newest() {
        List<String> files = Resources.list(FOLDER);
        String last = files.get(files.size() - 1);
        return last.substring(1, last.indexOf("__"));
    }

    private static List<URL> files() {
        return Resources.list(FOLDER).stream()
                .map(file -> Resources.url(FOLDER + "/" + file))
                .toList();
    }
}
