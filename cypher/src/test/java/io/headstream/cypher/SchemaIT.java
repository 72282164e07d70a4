package io.headstream.cypher;

import static org.assertj.core.api.Assertions.assertThat;

import io.headstream.schema.TokenSpelling;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

@ExtendWith(Database.class)
class SchemaIT {

    @Test
    void migrations_apply_twice_and_every_index_answers(Driver driver) {
        long before = indexes(driver);

        Schema.migrate(driver);

        assertThat(indexes(driver)).isEqualTo(before).isGreaterThan(20);
        try (Session session = driver.session()) {
            assertThat(session.run("SHOW INDEXES YIELD name, state WHERE state <> 'ONLINE' RETURN name")
                            .list())
                    .isEmpty();
        }
    }

    @Test
    void a_lock_that_a_killed_process_left_does_not_stop_the_next(Driver driver) {
        try (Session session = driver.session()) {
            session.run("CREATE (:__Neo4jMigrationsLock {id: randomUUID(), name: 'John Doe'})")
                    .consume();
        }

        Schema.releaseLock(driver);
        Schema.migrate(driver);

        try (Session session = driver.session()) {
            assertThat(session.run("MATCH (l:__Neo4jMigrationsLock) RETURN l").list())
                    .isEmpty();
        }
    }

    @Test
    void tokens_of_older_graphs_are_told_apart(Driver driver) throws IOException {
        WorkedExample.clear(driver);
        List<Map<String, Object>> tokens = List.of(
                Map.of("id", 0, "text", "\uFFFD", "bytes", "<0xF0>"),
                Map.of("id", 1, "text", "\uFFFD", "bytes", " <0x9F>"),
                Map.of("id", 2, "text", "\\n"),
                Map.of("id", 3, "text", "\\"),
                Map.of("id", 4, "text", "<0xE2>"),
                Map.of("id", 5, "text", "[17]"),
                Map.of("id", 6, "text", "  "),
                Map.of("id", 7, "text", "  "),
                Map.of("id", 8, "text", "[8]"),
                Map.of("id", 9, "text", "\\\\"),
                Map.of("id", 10, "text", " Mary"));
        try (Session session = driver.session()) {
            session.run(
                            """
                    UNWIND $tokens AS row CREATE (k:Token {model: 'old'}) SET k += row
                    WITH k WHERE k.id = 1
                    CREATE (:Position {trace: 'old', text: '\uFFFD'})-[:IS]->(k)
                    CREATE (:Trace {id: 'old', model: 'old', target: '\uFFFD', targetToken: 0})""",
                            Map.of("tokens", tokens))
                    .consume();
            for (String statement : migration("V0010__Tokens_told_apart").split(";\n")) {
                session.run(statement).consume();
            }
            assertThat(session.run("MATCH (k:Token {model: 'old'}) RETURN k.text AS text ORDER BY k.id")
                            .list(row -> row.get("text").asString()))
                    .containsExactly(
                            "<0xF0>",
                            " <0x9F>",
                            "\\\\n",
                            "\\",
                            "\\<0xE2>",
                            "\\[17]",
                            "  ",
                            "[7]",
                            "[8]",
                            "\\\\\\",
                            " Mary")
                    .allSatisfy(
                            text -> assertThat(TokenSpelling.canonical(text)).isEqualTo(text));
            assertThat(session.run("MATCH (t:Trace), (p:Position) RETURN t.target + p.text AS text")
                            .single()
                            .get("text")
                            .asString())
                    .isEqualTo("<0xF0> <0x9F>");
        }
        WorkedExample.clear(driver);
    }

    private static String migration(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                SchemaIT.class.getResourceAsStream("/headstream/migrations/" + name + ".cypher"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static long indexes(Driver driver) {
        try (Session session = driver.session()) {
            return session.run("SHOW INDEXES YIELD name RETURN count(*) AS n")
                    .single()
                    .get("n")
                    .asLong();
        }
    }
}
