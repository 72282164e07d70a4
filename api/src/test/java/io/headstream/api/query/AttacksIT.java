package io.headstream.api.query;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.headstream.api.Neo4jServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ways round a read-only gate, as Neo4j's manual (parsing, LOAD CSV, procedures, subqueries in transactions, query options), its tracker (issues 13848,
 * 13928) and reports on other gates (CVE-2026-35402) have them. NBSP, PS and RS stand for characters that Cypher takes for space.
 */
@QuarkusTest
@QuarkusTestResource(Neo4jServer.class)
class AttacksIT {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '#',
            value = {
                "LOAD CSV FROM 'file:///etc/passwd' AS l RETURN l ~ LOAD CSV",
                "load csv with headers from 'http://127.0.0.1:1/' as l return l ~ LOAD CSV",
                "LOAD<NBSP>CSV FROM 'http://127.0.0.1:1/' AS l RETURN l ~ LOAD CSV",
                "RETURN CASE WHEN true THEN COUNT { LOAD<NBSP>CSV FROM 'http://127.0.0.1:1/' AS l RETURN l } END ~ LOAD CSV",
                "RETURN [y IN [1] | COUNT { LOAD<PS>CSV FROM 'http://127.0.0.1:1/' AS l RETURN l }] ~ LOAD CSV",
                "RETURN [y IN [1] | COUNT { LOAD<RS>CSV FROM 'http://127.0.0.1:1/' AS l RETURN l }] ~ LOAD CSV",
                "RETURN [y IN [1] | COUNT { LOAD//<NL> CSV FROM 'http://127.0.0.1:1/' AS l RETURN l }] ~ LOAD CSV",
                "RETURN [y IN [1] | COUNT { LOAD/*'*/CSV/*'*/ FROM 'http://127.0.0.1:1/' AS l RETURN l }] ~ LOAD CSV",
                "RETURN reduce(s = 0, y IN [1] | s + COUNT { LOAD CSV FROM 'http://127.0.0.1:1/' AS l RETURN l }) ~ LOAD CSV",
                "RETURN all(y IN [1] WHERE EXISTS { LOAD CSV FROM 'http://127.0.0.1:1/' AS l RETURN l }) ~ LOAD CSV",
                "MATCH (n) WHERE EXISTS { CALL { LOAD CSV FROM 'http://127.0.0.1:1/' AS l RETURN l } RETURN l } RETURN n ~ LOAD CSV",
                "CALL () { LOAD CSV FROM 'http://127.0.0.1:1/' AS l RETURN l } RETURN l ~ LOAD CSV",
                "MATCH (n) ORDER BY COUNT { LOAD CSV FROM 'http://127.0.0.1:1/' AS l RETURN l } RETURN n ~ LOAD CSV",
                "RETURN 1 AS l UNION LOAD CSV FROM 'http://127.0.0.1:1/' AS l RETURN l ~ LOAD CSV",
                "RETURN `/*` + COUNT { LOAD CSV FROM 'http://127.0.0.1:1/' AS l RETURN l } + `*/` ~ LOAD CSV",
                "RETURN '\\\\' + COUNT { LOAD CSV FROM 'http://127.0.0.1:1/' AS l RETURN l } + '' ~ LOAD CSV",
                "L\\u004FAD CSV FROM 'http://127.0.0.1:1/' AS l RETURN l ~ escape",
                "RETURN \"\\u0022 + COUNT { LOAD CSV FROM 'http://127.0.0.1:1/' AS l RETURN l } //\" ~ escape",
                "M\\u0045RGE (n:X) ~ escape",
                "FOREACH (x IN [1] | CREATE (:X)) ~ writes",
                "MATCH (n) CALL (n) { CREATE (:X) } RETURN n ~ writes",
                "RETURN EXISTS { CREATE (n:X) } ~ ",
                "MATCH (n) REMOVE n:X ~ writes",
                "MERGE (n:X) ~ writes",
                "MATCH (n) SET n += {a: 1} ~ writes",
                "MATCH (a), (b) MERGE (a)-[:R]->(b) ~ writes",
                "INSERT (n:X) ~ ",
                "CREATE CONSTRAINT c FOR (n:X) REQUIRE n.a IS UNIQUE ~ writes",
                "DROP INDEX token_words ~ writes",
                "CREATE VECTOR INDEX v FOR (n:X) ON n.a ~ writes",
                "CALL dbms.killConnection('bolt-1') ~ procedure dbms.killConnection",
                "CALL dbms.killConnections(['bolt-1']) ~ procedure dbms.killConnections",
                "CALL dbms.listConnections() ~ procedure dbms.listConnections",
                "CALL dbms.setConfigValue('db.transaction.timeout', '0') ~ procedure dbms.setConfigValue",
                "CALL dbms.upgrade() ~ procedure dbms.upgrade",
                "CALL dbms.queryJmx('*:*') ~ procedure dbms.queryJmx",
                "CALL dbms.info() ~ procedure dbms.info",
                "CALL dbms.showCurrentUser() ~ procedure dbms.showCurrentUser",
                "CALL dbms.security.createUser('a', 'b') ~ procedure dbms.security.createUser",
                "CALL db.createLabel('X') ~ procedure db.createLabel",
                "CALL db.createProperty('x') ~ procedure db.createProperty",
                "CALL db.createRelationshipType('X') ~ procedure db.createRelationshipType",
                "CALL db.prepareForReplanning(10) ~ procedure db.prepareForReplanning",
                "CALL db.resampleIndex('token_words') ~ procedure db.resampleIndex",
                "CALL db.resampleOutdatedIndexes() ~ procedure db.resampleOutdatedIndexes",
                "CALL db.awaitIndexes(300) ~ procedure db.awaitIndexes",
                "CALL db.awaitIndex('token_words', 300) ~ procedure db.awaitIndex",
                "CALL db.clearQueryCaches() ~ procedure db.clearQueryCaches",
                "CALL db.checkpoint() ~ procedure db.checkpoint",
                "CALL db.stats.collect('QUERIES') ~ procedure db.stats.collect",
                "CALL db.stats.retrieve('QUERIES') ~ procedure db.stats.retrieve",
                "CALL db.listLocks() ~ procedure db.listLocks",
                "CALL db.create.setNodeVectorProperty(null, 'a', [1.0]) ~ procedure db.create.setNodeVectorProperty",
                "CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh() ~ procedure db.index.fulltext.await",
                "CALL tx.setMetaData({run: 'x'}) ~ procedure tx.setMetaData",
                "CALL tx.getMetaData() ~ procedure tx.getMetaData",
                "CALL apoc.load.json('file:///etc/passwd') YIELD value RETURN value ~ procedure apoc.load.json",
                "CALL apoc.util.sleep(100000) ~ procedure apoc.util.sleep",
                "CALL<NBSP>db.createLabel('X') ~ procedure db.createLabel",
                "CALL /* . */ db /**/ . //<NL> createLabel('X') ~ procedure db.createLabel",
                "OPTIONAL CALL db.createLabel('X') ~ procedure db.createLabel",
                "UNWIND [1] AS x CALL db.createLabel('X') RETURN x ~ procedure db.createLabel",
                "RETURN EXISTS { CALL db.createLabel('X') RETURN 1 AS x } ~ procedure db.createLabel",
                "RETURN [y IN [1] | COUNT { CALL<PS>db.createLabel('X') RETURN 1 AS x }] ~ procedure db.createLabel",
                "RETURN apoc.cypher.runFirstColumnSingle('RETURN 1', {}) ~ function apoc.cypher.runFirstColumnSingle",
                "RETURN [x IN [1] | apoc /**/ . util . sha1([x])] ~ function apoc.util.sha1",
                "RETURN `apoc.cypher.runFirstColumnSingle`('RETURN 1', {}) ~ function",
                "RETURN graph.names() ~ function graph.names",
                "CALL { MATCH (n) RETURN n } IN TRANSACTIONS RETURN n ~ IN TRANSACTIONS",
                "UNWIND [1] AS x CALL (x) { RETURN x AS y } IN 4 CONCURRENT TRANSACTIONS OF 1 ROW RETURN y ~ IN TRANSACTIONS",
                "UNWIND [1] AS x CALL (x) { RETURN x AS y }<NBSP>IN<NBSP>TRANSACTIONS RETURN y ~ IN TRANSACTIONS",
                "UNWIND [1] AS x CALL (x) { CREATE (:X) } IN TRANSACTIONS ON ERROR CONTINUE ~ IN TRANSACTIONS",
                "SHOW USERS ~ administration",
                "SHOW CURRENT USER ~ administration",
                "SHOW ROLES ~ ",
                "SHOW DATABASES ~ administration",
                "SHOW DEFAULT DATABASE ~ administration",
                "SHOW SERVERS ~ ",
                "SHOW ALIASES FOR DATABASE ~ ",
                "SHOW PRIVILEGES ~ ",
                "SHOW TRANSACTIONS YIELD transactionId RETURN transactionId ~ SHOW TRANSACTIONS",
                "SHOW SETTINGS YIELD name ~ SHOW SETTINGS",
                "show<NBSP>settings ~ SHOW SETTINGS",
                "SHOW TRANSACTIONS YIELD transactionId AS id TERMINATE TRANSACTION id ~ TRANSACTIONS",
                "TERMINATE TRANSACTIONS 'neo4j-transaction-1', 'neo4j-transaction-2' ~ TERMINATE TRANSACTIONS",
                "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b' ~ administration",
                "DROP USER neo4j ~ administration",
                "CREATE DATABASE x ~ ",
                "STOP DATABASE neo4j ~ ",
                "USE system SHOW USERS ~ USE",
                "USE system MATCH (n) RETURN n ~ USE",
                "USE neo4j MATCH (n) RETURN n ~ USE",
                "CALL () { USE graph.byName('system') MATCH (n) RETURN n } RETURN n ~ graph.byName",
                "/**/ USE<NBSP>system RETURN 1 ~ USE",
                "PROFILE MATCH (n) RETURN n ~ PROFILE",
                "EXPLAIN CREATE (n) ~ EXPLAIN",
                "EXPLAIN<NBSP>CREATE (n) ~ EXPLAIN",
                "//<NL>PROFILE CREATE (n) ~ PROFILE",
                "CYPHER runtime=slotted PROFILE CREATE (n) ~ PROFILE",
                "CYPHER planner=dp runtime=slotted EXPLAIN RETURN 1 ~ EXPLAIN",
                "CYPHER debug=logicalPlan RETURN 1 ~ option debug",
                "CYPHER 5 replan=force RETURN 1 ~ option replan",
                "CYPHER 25 RETURN 1 ~ ",
                "RETURN 1; RETURN 2 ~ exactly one statement",
                "RETURN 1;/**/CREATE (n:X) ~ exactly one statement"
            })
    void a_way_round_is_refused_by_name(String statement, String part) {
        String attack = statement
                .replace("<NBSP>", "\u00a0")
                .replace("<PS>", "\u2029")
                .replace("<RS>", "\u001e")
                .replace("<NL>", "\n");
        long before = count();
        run(attack).statusCode(400).body("detail", containsString(part == null ? "" : part));
        org.assertj.core.api.Assertions.assertThat(count()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RETURN 'LOAD CSV /* USE system */ CALL dbms.x()' AS `PROFILE CALL a.b()`",
                "MATCH (use:Trace) RETURN use.prompt AS load, count(*) AS csv",
                "RETURN date.truncate('day', date()) AS d, point.distance(point({x: 1, y: 1}), point({x: 0, y: 0})) AS p",
                "RETURN vector.similarity.cosine([1.0, 2.0], [2.0, 1.0]) AS s, datetime.fromEpoch(0, 0) AS t",
                "MATCH (n:Trace) WHERE n.id IN ['a'] AND (n.layers > 1) RETURN n.id",
                "CYPHER 5 planner=cost MATCH (n:Trace) RETURN n.id LIMIT 1",
                "MATCH (t:Trace {id: 'x'}) USING INDEX t:Trace(id) RETURN t",
                "SHOW CONSTRAINTS",
                "MATCH (t:Trace) RETURN [(t)-[:HAS_POSITION]->(p) | p.text] AS texts, COUNT { (t)--() } AS degree"
            })
    void what_only_looks_like_an_attack_is_run(String statement) {
        run(statement).statusCode(200);
    }

    @Test
    void what_the_database_cannot_read_is_refused_before_it_breaks_on_it() {
        run("RETURN " + "(".repeat(700) + "1" + ")".repeat(700))
                .statusCode(400)
                .body("detail", containsString("nested"));
        run("RETURN " + "[".repeat(3000) + "]".repeat(3000)).statusCode(400).body("detail", containsString("nested"));
        run("RETURN " + "NOT ".repeat(3000) + "true").statusCode(400).body("detail", containsString("signs in a row"));
        run("RETURN " + "- ".repeat(3000) + "1").statusCode(400).body("detail", containsString("signs in a row"));
        run("RETURN 1" + " + 1".repeat(20_000)).statusCode(400).body("detail", containsString("operators"));
        run("WITH 1 AS x" + " WITH x".repeat(5000) + " RETURN x")
                .statusCode(400)
                .body("detail", containsString("clauses"));
        run("RETURN 1 AS x" + " UNION RETURN 1 AS x".repeat(3000))
                .statusCode(400)
                .body("detail", containsString("clauses"));
        run("RETURN 1").statusCode(200);
    }

    @Test
    void huge_statements_and_parameters_are_refused_with_their_sizes() {
        run("RETURN '" + "x".repeat(200_000) + "'").statusCode(413).body("detail", containsString("at most 100000"));
        run("RETURN '" + "x".repeat(3_900_000) + "'").statusCode(413).body("detail", containsString("at most 100000"));
        run("RETURN '" + "x".repeat(10_000_000) + "'")
                .statusCode(413)
                .body("detail", containsString("may have 4000000"));
        Object nested = 1;
        for (int i = 0; i < 60; i++) {
            nested = List.of(nested);
        }
        run("RETURN $p", Map.of("p", nested)).statusCode(400).body("detail", containsString("parameter 'p' nests"));
        given().contentType("application/json")
                .body("{\"statement\": \"RETURN $p\", \"parameters\": {\"p\": " + "[".repeat(10_000)
                        + "]".repeat(10_000) + "}}")
                .post("/api/cypher")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("nesting depth"));
        Map<String, Object> many = new HashMap<>();
        many.put("p", java.util.Collections.nCopies(600_000, 1));
        run("RETURN size($p)", many)
                .statusCode(413)
                .body("detail", containsString("parameter 'p' holds more than 4 MB"));
        run("RETURN size($p) AS n", Map.of("p", java.util.Collections.nCopies(100_000, 1)))
                .statusCode(200)
                .body("rows[0][0]", equalTo(100_000));
    }

    private static long count() {
        return run("MATCH (n) RETURN count(n)").extract().jsonPath().getLong("rows[0][0]");
    }

    private static ValidatableResponse run(String statement) {
        return run(statement, Map.of());
    }

    private static ValidatableResponse run(String statement, Map<String, Object> parameters) {
        return given().contentType("application/json")
                .body(Map.of("statement", statement, "parameters", parameters))
                .post("/api/cypher")
                .then();
    }
}
