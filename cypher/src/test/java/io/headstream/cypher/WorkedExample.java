package io.headstream.cypher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/**
 * A small graph in which every component does one thing (worked-example.cypher), and what each named query must answer on it, worked out by
 * hand (answers/NAME.cypher).
 */
final class WorkedExample {
    private static final Map<String, List<Answer>> ANSWERS = new ConcurrentHashMap<>();
    private static final Pattern END = Pattern.compile(";\\s*\\n");

    /** What is asked and what must come; "*" stands for any value. */
    record Answer(Map<String, Object> parameters, List<List<Object>> rows) {}

    private WorkedExample() {}

    /** Empties the database but for the migrations' own, then writes the graph. */
    static void alone(Driver driver) {
        clear(driver);
        write(driver);
    }

    static void clear(Driver driver) {
        run(driver, "MATCH (n) WHERE none(label IN labels(n) WHERE label STARTS WITH '__') DETACH DELETE n");
    }

    static void write(Driver driver) {
        for (String statement : END.split(read("worked-example.cypher"))) {
            run(driver, statement);
        }
        run(driver, "CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()");
    }

    /** One for each way to ask. Read once: the files have values alone, and nothing of a graph. */
    static List<Answer> answers(Driver driver, String query) {
        return ANSWERS.computeIfAbsent(query, name -> read(driver, name));
    }

    private static List<Answer> read(Driver driver, String query) {
        try (Session session = driver.session()) {
            return session.run(read("answers/" + query + ".cypher").strip())
                    .list(record -> new Answer(
                            record.get("parameters").asMap(), record.get("rows").asList(row -> row.asList())));
        }
    }

    private static void run(Driver driver, String statement) {
        try (Session session = driver.session()) {
            session.run(statement).consume();
        }
    }

    private static String read(String file) {
        try (InputStream in = Objects.requireNonNull(
                WorkedExample.class.getResourceAsStream("/headstream/" + file), "a query without an answer: " + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
