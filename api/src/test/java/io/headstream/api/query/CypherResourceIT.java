package io.headstream.api.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.headstream.api.Neo4jServer;
import io.headstream.cypher.Statements;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

@QuarkusTest
@QuarkusTestResource(Neo4jServer.class)
class CypherResourceIT {
    private static final long LONG = 1_500_000_000L; // numbers to add up: minutes

    @Inject
    Driver driver;

    @Test
    void values_come_back_as_the_contract_has_them() {
        run(
                        """
                        RETURN 1 AS whole, 9007199254740993 AS large, 0.5 AS part, null AS nothing, [1, null] AS list,
                          {a: null} AS map, date('2026-11-23') AS day, datetime('2026-11-23T10:00:00Z') AS time,
                          duration('P1D') AS span, 0.0 / 0.0 AS nan, point({x: 1, y: 2}) AS point, $p AS given
                        """,
                        Map.of("p", Arrays.asList(1, "two", null)))
                .statusCode(200)
                .body("columns", hasSize(12))
                .body("rows[0][0]", equalTo(1))
                .body("rows[0][1]", equalTo("9007199254740993"))
                .body("rows[0][3]", equalTo(null))
                .body("rows[0][4]", contains(1, null))
                .body("rows[0][5].size()", equalTo(1))
                .body("rows[0][6]", equalTo("2026-11-23"))
                .body("rows[0][7]", containsString("2026-11-23T10:00"))
                .body("rows[0][8]", containsString("P"))
                .body("rows[0][9]", equalTo("NaN"))
                .body("rows[0][10].'$point'.x", equalTo(1.0f))
                .body("rows[0][11]", contains(1, "two", null))
                .body("truncated", equalTo(false));
    }

    @Test
    void rows_beyond_the_limit_are_cut_and_said_to_be() {
        given().contentType("application/json")
                .body(Map.of("statement", "UNWIND range(1, 1000000) AS n RETURN n", "limit", 3))
                .post("/api/cypher")
                .then()
                .statusCode(200)
                .body("rows", hasSize(3))
                .body("truncated", equalTo(true));
        run("UNWIND range(1, 1000) AS n RETURN n", Map.of())
                .body("rows", hasSize(1000))
                .body("truncated", equalTo(false));
    }

    @Test
    void a_label_that_no_node_has_is_answered_with_a_remark_that_says_where() {
        run("RETURN 1 AS one", Map.of()).body("notifications", equalTo(null));
        run("MATCH (t:Trace)\nMATCH (n:Hed) RETURN n", Map.of())
                .statusCode(200)
                .body("rows", hasSize(0))
                .body("notifications.code", hasItem(containsString("UnknownLabel")))
                .rootPath("notifications.find { it.code.contains('UnknownLabel') }")
                .body("description", containsString("Hed"))
                .body("position.line", equalTo(2))
                .body("position.column", equalTo(10));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '#',
            value = {
                "CREATE (n) ~ writes",
                "MATCH (n) SET n.a = 1 ~ writes",
                "MATCH (n) DETACH DELETE n ~ writes",
                "CREATE INDEX x FOR (n:A) ON (n.b) ~ writes",
                "CREATE USER x SET PASSWORD 'abcdefgh' ~ administration",
                "SHOW USERS ~ administration",
                "SHOW TRANSACTIONS ~ SHOW TRANSACTIONS",
                "SHOW SETTINGS ~ SHOW SETTINGS",
                "TERMINATE TRANSACTION 'neo4j-transaction-1' ~ TERMINATE TRANSACTIONS",
                "LOAD CSV FROM 'http://127.0.0.1:1/' AS l RETURN l ~ LOAD CSV",
                "RETURN COUNT { LOAD CSV FROM 'http://127.0.0.1:1/' AS l RETURN l } ~ LOAD CSV",
                "RETURN [y IN [1] WHERE EXISTS { LOAD /* */ CSV FROM 'http://127.0.0.1:1/' AS l RETURN l } | y] ~ LOAD CSV",
                "RETURN 'a\\u0027 + COUNT { LOAD CSV FROM \"http://127.0.0.1:1/\" AS l RETURN l } // ' ~ escape",
                "RETURN [y IN [1] | COLLECT { CALL db.ping() YIELD success RETURN success }] ~ procedure db.ping",
                "RETURN [y IN [1] | COLLECT { CALL `db`.ping() YIELD success RETURN success }] ~ procedure",
                "CALL dbms.listConfig() ~ procedure dbms.listConfig",
                "CALL `db`.`ping`() ~ procedure",
                "CALL db.createLabel('X') ~ procedure db.createLabel",
                "UNWIND [1] AS x CALL (x) { RETURN x AS y } IN TRANSACTIONS RETURN y ~ IN TRANSACTIONS",
                "EXPLAIN MATCH (n) RETURN n ~ EXPLAIN",
                "/* x */ profile MATCH (n) RETURN n ~ PROFILE",
                "CYPHER 5 EXPLAIN RETURN 1 ~ EXPLAIN",
                "RETURN 1; CREATE (n) ~ exactly one statement",
                "USE system CALL db.ping() ~ db.ping"
            })
    void what_does_not_read_is_refused_by_name(String statement, String part) {
        long before = count();
        problem(statement, 400, part);
        assertThat(count()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MATCH (n) RETURN n.name LIMIT 1;",
                "CALL db.labels()",
                "CALL db.labels() YIELD label RETURN label",
                "CALL db.index.fulltext.queryNodes('token_words', 'mary') YIELD node RETURN node.text",
                "SHOW INDEXES",
                "CYPHER runtime=slotted MATCH (n) RETURN count(n)",
                "// LOAD CSV\nRETURN 'CALL dbms.kill()' AS explain, 'LOAD CSV' AS profile",
                "UNWIND [1] AS x CALL (x) { RETURN x AS y } RETURN y",
                "MATCH p = (a)-->(b) RETURN p LIMIT 1"
            })
    void what_reads_is_run(String statement) {
        run(statement, Map.of()).statusCode(200);
    }

    @Test
    void a_mistake_is_answered_with_the_database_s_own_words() {
        problem("MATCH (n) RETRN n", 400, "Invalid input 'RETRN'");
        problem("RETURN $name", 400, "name");
        problem("RETURN 1 / 0", 400, "/ by zero");
        problem(" ", 400, "statement is empty; give a Cypher statement");
        problem("MATCH (n) RETRN n", 400, "column 11 (offset: 10)");
        given().contentType("application/json")
                .body("{\"statement\": ")
                .post("/api/cypher")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("the body is not the JSON that /api/cypher takes"))
                .body("detail", not(containsString("Exception")));
    }

    @Test
    void a_statement_that_never_looks_at_the_clock_still_lets_its_caller_go() {
        long start = System.nanoTime();
        problem("RETURN reduce(s = 0, i IN range(1, " + LONG + ") | s + i)", 504, "took longer than 20000 ms");
        assertThat((System.nanoTime() - start) / 1_000_000_000L).isLessThan(39);
        stopWhatComputes();
    }

    // here is no ConnectionKiller, without which it would take a processor from all tests of the next minutes
    @SuppressWarnings("deprecation")
    private void stopWhatComputes() {
        try (Session session = driver.session()) {
            List<String> connections = session.run(
                            "SHOW TRANSACTIONS YIELD connectionId, currentQuery "
                                    + "WHERE currentQuery CONTAINS $text AND NOT currentQuery CONTAINS 'SHOW' RETURN connectionId",
                            Map.of("text", "range(1, " + LONG + ")"))
                    .list(row -> row.get(0).asString());
            Thread.getAllStackTraces().forEach((thread, stack) -> {
                if (Arrays.stream(stack).anyMatch(frame -> frame.getClassName().endsWith(".ReduceFunction"))) {
                    thread.stop();
                }
            });
            connections.forEach(connection -> session.run(
                            Statements.write("server/end-connection"), Map.of("connection", connection))
                    .consume());
        }
    }

    private static long count() {
        return run("MATCH (n) RETURN count(n)", Map.of()).extract().jsonPath().getLong("rows[0][0]");
    }

    private static ValidatableResponse run(String statement, Map<String, Object> parameters) {
        return given().contentType("application/json")
                .body(Map.of("statement", statement, "parameters", parameters))
                .post("/api/cypher")
                .then();
    }

    private static void problem(String statement, int status, String detail) {
        run(statement, Map.of())
                .statusCode(status)
                .contentType("application/problem+json")
                .body("detail", containsString(detail))
                .body("status", equalTo(status))
                .body("title", not(equalTo(null)));
    }
}
