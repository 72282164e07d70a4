package io.headstream.api.query;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.headstream.api.Neo4jServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong at a caller's hand is said to be: status 400, the part by name, and what it takes. */
@QuarkusTest
@QuarkusTestResource(Neo4jServer.class)
class MistakesIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RETURN substring('abc', -1)",
                "RETURN substring('abc', 1, -1)",
                "RETURN left('a', -2)",
                "UNWIND [1] AS x CALL (x) { RETURN x AS y } IN {a: 2}.a CONCURRENT TRANSACTIONS RETURN y",
                "RETURN 1 / 0",
                "RETURN 5 % 0",
                "RETURN 9223372036854775807 + 1",
                "RETURN 'a' =~ '('",
                "RETURN 1 SKIP -1",
                "RETURN date('junk')",
                "RETURN datetime({year: 10000000000})",
                "RETURN localtime({hour: 25})",
                "RETURN date.truncate('foo', date())",
                "RETURN duration('P999999999999999999999Y')",
                "RETURN point({latitude: 200, longitude: 1})",
                "RETURN [1, 2]['a']",
                "RETURN range(1, 10, 0)",
                "RETURN toInteger({})",
                "RETURN percentileDisc(1, 2)",
                "RETURN $x",
                "CALL db.index.fulltext.queryNodes('nope', 'x')",
                "CALL db.index.fulltext.queryNodes('token_words', '(((')",
                "RETURN nothing.of(1)",
                "RETURN round(1.234, 2, 'FOO')"
            })
    void a_mistake_in_a_statement_is_never_the_database_s_absence(String statement) {
        given().contentType("application/json")
                .body(Map.of("statement", statement))
                .post("/api/cypher")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", not(containsString("cannot be reached")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "/api/traces?limit=abc ~ limit is 'abc'; it takes a whole number",
                "/api/traces?limit=1.5 ~ limit is '1.5'; it takes a whole number",
                "/api/traces?limit=99999999999 ~ limit is '99999999999'; it takes a whole number",
                "/api/traces/x/flow?threshold=abc ~ threshold is 'abc'; it takes a number",
                "/api/traces/x/flow?layers=abc ~ layers",
                "/api/traces/x/flow?positions=a-b ~ positions",
                "/api/traces/x/flow?detail=abc ~ detail",
                "/api/traces?after=abc ~ after",
                "/api/completions?limit=x ~ limit is 'x'; it takes a whole number",
                "/api/completions?type=x ~ type",
                "/api/compare?limit=x ~ limit is 'x'; it takes a whole number",
                "/api/traces/x/export?format=x ~ format"
            })
    void a_parameter_that_cannot_be_is_named_with_what_it_takes(String address, String detail) {
        given().get(address)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString(detail));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "[] ~ the body takes one object",
                "7 ~ the body takes one object",
                "null ~ is missing",
                "{\"statment\": \"RETURN 1\"} ~ member \"statment\" is not known; meant \"statement\"?",
                "{\"statement\": \"RETURN 1\", \"zzz\": 1} ~ limit",
                "{\"statement\": []} ~ member \"statement\" takes a text",
                "{\"statement\": \"RETURN 1\", \"limit\": \"many\"} ~ member \"limit\" takes a whole number",
                "{\"statement\": \"RETURN 1\", \"limit\": 1.5} ~ member \"limit\" takes a whole number",
                "{\"statement\": \"RETURN $x\", \"parameters\": {\"x\": [1e999]}} ~ parameter 'x' holds a number that is too large",
                "{\"statement\": \"RETURN $x\", \"parameters\": {\"x\": \"\\ud800\"}} ~ parameter 'x' holds a text with half a character",
                "{\"statement\": \"RETURN 1\", \"parameters\": []} ~ member \"parameters\" takes an object",
                "{\"statement\": null} ~ statement"
            })
    void a_body_that_cannot_be_is_answered_with_the_member(String body, String detail) {
        given().contentType("application/json")
                .body(body)
                .post("/api/cypher")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", allOf(containsString(detail), not(containsString("Exception"))));
    }

    @Test
    void a_page_that_is_not_there_is_still_not_found() {
        given().get("/api/traces/nothing?limit=abc").then().statusCode(404);
    }
}
