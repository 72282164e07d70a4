package io.headstream.api.label;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.headstream.api.Neo4jServer;
import io.headstream.api.Traced;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Neo4jServer.class)
class LabelResourceIT {
    private static final String MODEL = "headstream-sample";

    @BeforeEach
    void the_model_is_there() {
        Traced.prompt(Traced.MARY, " Mary");
    }

    @Test
    void a_head_a_neuron_and_an_mlp_are_called_something_and_found_by_any_of_its_words() {
        put("L4H5", Map.of("label", "copies names", "note", "seen on twelve prompts"))
                .statusCode(200)
                .body("component", equalTo("L4H5"))
                .body("note", equalTo("seen on twelve prompts"));
        put("L3N17", Map.of("label", "capitals")).statusCode(200).body("note", nullValue());
        put("L0.mlp", Map.of("label", "detokenizes")).statusCode(200);
        list("").body("items.component", hasItems("L4H5", "L3N17", "L0.mlp"))
                .body("items[0].modelName", equalTo(MODEL));
        for (String words : new String[] {"COPIES", "twelve", "l4h5"}) {
            list("&query=" + words).body("items.component", equalTo(List.of("L4H5")));
        }
    }

    @Test
    void the_newest_label_is_the_one_that_holds_and_it_can_be_forgotten() {
        put("L2H1", Map.of("label", "first")).statusCode(200);
        put("L2H1", Map.of("label", " second ")).statusCode(200).body("label", equalTo("second"));
        list("&query=first").body("items.component", not(hasItem("L2H1")));
        given().delete("/api/labels/" + MODEL + "/L2H1").then().statusCode(204);
        list("").body("items.component", not(hasItem("L2H1")));
        given().delete("/api/labels/" + MODEL + "/L2H1")
                .then()
                .statusCode(404)
                .body("detail", equalTo("'L2H1' of 'headstream-sample' has no label"));
    }

    @Test
    void what_cannot_be_says_what_can() {
        put("H5", Map.of("label", "x")).statusCode(400).body("detail", containsString("write a head as L3H2"));
        put("L6H0", Map.of("label", "x")).statusCode(400).body("detail", containsString("which has 6 layers"));
        put("L0H99", Map.of("label", "x")).statusCode(400);
        put("L0H0", Map.of("label", " ")).statusCode(400);
        put("L0H0", Map.of("label", "x".repeat(81))).statusCode(400);
        given().contentType("application/json")
                .body(Map.of("label", "x"))
                .put("/api/labels/none/L0H0")
                .then()
                .statusCode(404)
                .body("detail", containsString("no model 'none'"));
    }

    private static ValidatableResponse put(String component, Map<String, String> body) {
        return given().contentType("application/json")
                .body(body)
                .put("/api/labels/" + MODEL + "/" + component)
                .then();
    }

    private static ValidatableResponse list(String more) {
        return given().get("/api/labels?model=" + MODEL + more).then().statusCode(200);
    }
}
