package io.headstream.standalone;

import io.headstream.cypher.Statements;
import java.util.Map;
import java.util.regex.Pattern;
import org.neo4j.graphdb.GraphDatabaseService;

/** A user of the embedded database. */
record Account(String name, String password) {
    private static final Pattern OF_A_RUN = Pattern.compile("headstream-(service|browser)-[0-9a-f]{40}");

    /**
     * One for Headstream's own connections during this run. The database locks a name after wrong guesses: nobody can guess at a name that is
     * random.
     *
     * @param role service or browser
     */
    static Account ofThisRun(String role) {
        return new Account("headstream-" + role + "-" + BoltPassword.random(), BoltPassword.random());
    }

    /** Makes it, or gives it its password again. */
    void set(GraphDatabaseService system) {
        system.executeTransactionally(Statements.accounts("set"), Map.of("name", name, "password", password));
    }

    /** Drops those of earlier runs. */
    static void dropThoseOfRuns(GraphDatabaseService system) {
        system.executeTransactionally(Statements.accounts("list"), Map.of(), rows -> rows.stream()
                        .map(row -> String.valueOf(row.get("name")))
                        .filter(name -> OF_A_RUN.matcher(name).matches())
                        .toList())
                .forEach(name -> system.executeTransactionally(Statements.accounts("drop"), Map.of("name", name)));
    }

    @Override
    public String toString() {
        return "Account";
    }
}
