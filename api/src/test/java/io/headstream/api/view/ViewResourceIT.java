package io.headstream.api.view;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.headstream.api.Neo4jServer;
import io.headstream.api.Traced;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Neo4jServer.class)
class ViewResourceIT {
    private static final String ADDRESS = "count=40&acts=p:L5P14.H1&v=1";

    @Test
    void a_view_is_found_by_every_trace_of_the_same_and_by_no_other() {
        String trace = Traced.prompt(Traced.TOKYO, " Tokyo");
        put(trace, "who moves whom", ADDRESS).statusCode(200).body("address", equalTo(ADDRESS));
        views(trace).body("items.name", hasItem("who moves whom"));
        views(Traced.tagged(Traced.TOKYO, " Tokyo", "views-again")).body("items.name", hasItem("who moves whom"));
        views(Traced.prompt(Traced.TOKYO, " Tokyo", " Paris")).body("items", hasSize(0));

        put(trace, "who moves whom", "as=heads").statusCode(200);
        views(trace).body("items.find { it.name == 'who moves whom' }.address", equalTo("as=heads"));
        given().delete("/api/views/{trace}/{name}", trace, "who moves whom")
                .then()
                .statusCode(204);
        views(trace).body("items.name", not(hasItem("who moves whom")));
    }

    @Test
    void what_cannot_be_is_told() {
        String trace = Traced.prompt(Traced.TOKYO, " Tokyo");
        put(trace, "x", "a b").statusCode(400);
        put(trace, "x".repeat(81), "a").statusCode(400).body("detail", containsString("1 to 80 characters"));
        given().delete("/api/views/" + trace + "/none")
                .then()
                .statusCode(404)
                .body("detail", containsString("no view"));
        given().get("/api/views/none").then().statusCode(404).body("detail", containsString("no trace 'none'"));
    }

    private static ValidatableResponse put(String trace, String name, String address) {
        return given().contentType("application/json")
                .body(Map.of("address", address))
                .put("/api/views/{trace}/{name}", trace, name)
                .then();
    }

    private static ValidatableResponse views(String trace) {
        return given().get("/api/views/" + trace).then().statusCode(200);
    }
}
