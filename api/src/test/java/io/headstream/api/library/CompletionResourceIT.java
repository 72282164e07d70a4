package io.headstream.api.library;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.headstream.api.Neo4jServer;
import io.headstream.api.Traced;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Neo4jServer.class)
class CompletionResourceIT {
    private String mary = "";
    private String tokyo = "";

    @BeforeEach
    void traced() {
        mary = Traced.prompt(Traced.MARY, " Mary");
        tokyo = Traced.prompt(Traced.TOKYO, " Tokyo");
    }

    @Test
    void a_token_is_completed_with_a_leading_space_and_without() {
        assertThat(complete("token", "Mar")).contains(" Mary", "Mary").allMatch(text -> text.strip()
                .startsWith("Mar"));
        assertThat(complete("token", "Mary").subList(0, 2)).containsExactlyInAnyOrder("Mary", " Mary");
        assertThat(complete("token", " Mary").get(0)).isEqualTo(" Mary");
    }

    @Test
    void a_trace_is_completed_by_words_of_its_prompt() {
        assertThat(complete("trace", "capital jap")).contains(tokyo).doesNotContain(mary);
        String newest = Traced.asked(Map.of("prompt", "The newest of all", "detail", "stream"));
        assertThat(complete("trace", "")).startsWith(newest);
        assertThat(complete("trace", mary.substring(0, 8))).contains(mary);
        assertThat(complete("trace", "+-&& ~\"")).isNotNull();
    }

    @Test
    void heads_neurons_tags_and_models_are_completed_by_their_names() {
        assertThat(complete("head", "L4")).containsExactly("L4H0", "L4H1", "L4H2", "L4H3", "L4H4", "L4H5");
        assertThat(complete("neuron", "L0N37")).contains("L0N374").allMatch(name -> name.startsWith("L0N37"));
        assertThat(complete("tag", "te")).containsExactly("test");
        assertThat(complete("model", "head")).containsExactly("headstream-sample");
    }

    @Test
    void what_cannot_be_completed_is_named() {
        given().get("/api/completions?type=hat")
                .then()
                .statusCode(400)
                .body("detail", containsString("no completions of type 'hat'; types are token, trace"));
        given().get("/api/completions?type=head&model=none")
                .then()
                .statusCode(404)
                .body("detail", containsString("there is no model 'none'"));
    }

    private static List<String> complete(String type, String typed) {
        return given().queryParam("type", type)
                .queryParam("prefix", typed)
                .get("/api/completions")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.value");
    }
}
