package io.headstream.standalone;

import java.nio.file.Path;
import java.util.Optional;

/** A Neo4j in a process of its own, standing in for a server; it ends when its standard input does. */
final class Neo4jProcess {
    static final String PASSWORD = "of-a-server-of-ones-own";

    private Neo4jProcess() {}

    public static void main(String[] args) throws Exception {
        try (EmbeddedNeo4j database =
                EmbeddedNeo4j.start(Path.of(args[0]), Integer.parseInt(args[1]), 8080, Optional.of(PASSWORD))) {
            database.admit();
            System.out.println("up " + database);
            int read = 0;
            while (read >= 0) {
                read = System.in.read();
            }
        }
        System.exit(0);
    }
}
