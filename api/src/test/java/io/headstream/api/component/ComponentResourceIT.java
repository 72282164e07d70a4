package io.headstream.api.component;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headstream.api.Neo4jServer;
import io.headstream.api.Traced;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Neo4jServer.class)
class ComponentResourceIT {
    private static final String MODEL = "headstream-sample";

    @Test
    void a_head_says_how_it_attends_what_it_writes_and_where_it_matters() throws IOException {
        String trace = Traced.prompt(Traced.MARY, " Mary", " John");
        JsonNode head = component("L4H5");
        assertThat(head.get("kind").asText()).isEqualTo("head");
        assertThat(texts(head.get("writes"))).contains(" Mary");
        JsonNode scores = head.get("scores");
        assertThat(scores.get("previousToken").asDouble()).isBetween(0.0, 1.0);
        // the same sums from what the trace says of all heads
        JsonNode place = placeIn(head, trace);
        JsonNode told = StreamSupport.stream(
                        answer("/api/traces/" + trace + "/heads").get("heads").spliterator(), false)
                .filter(each -> each.get("name").asText().equals("L4H5"))
                .findFirst()
                .orElseThrow();
        assertThat(place.get("effect").asDouble()).isCloseTo(told.get("effect").asDouble(), within(2e-3));
        assertThat(place.get("dla").asDouble()).isCloseTo(told.get("dla").asDouble(), within(1e-3));
        assertThat(place.get("node").asText()).matches("L4P\\d+\\.H5");
        double before = Double.MAX_VALUE;
        for (JsonNode each : head.get("places")) {
            double size = Math.abs(
                    each.has("effect")
                            ? each.get("effect").asDouble()
                            : each.path("dla").asDouble());
            assertThat(size).isLessThanOrEqualTo(before);
            before = size;
        }
    }

    @Test
    void an_mlp_and_a_neuron_are_components_too() throws IOException {
        String trace = Traced.prompt(Traced.MARY, " Mary", " John");
        JsonNode mlp = component("L5.mlp");
        assertThat(mlp.get("scores")).isEmpty();
        assertThat(mlp.get("writes")).isNotEmpty();
        JsonNode node = answer("/api/traces/" + trace + "/activations/L5P14.mlp");
        assertThat(placeIn(mlp, trace).get("dla").asDouble())
                .isCloseTo(node.get("dla").asDouble(), within(1e-3));

        String neuron = StreamSupport.stream(
                        answer("/api/traces/" + trace + "/story")
                                .get("components")
                                .spliterator(),
                        false)
                .flatMap(each -> StreamSupport.stream(each.get("neurons").spliterator(), false))
                .map(each -> each.get("name").asText())
                .findFirst()
                .orElseThrow();
        JsonNode fired = component(neuron);
        assertThat(fired.get("kind").asText()).isEqualTo("neuron");
        assertThat(placeIn(fired, trace).get("activation").isNumber()).isTrue();
    }

    @Test
    void what_is_no_component_of_the_model_is_told() {
        Traced.prompt(Traced.MARY, " Mary", " John");
        given().get("/api/components/" + MODEL + "/L9H0")
                .then()
                .statusCode(400)
                .body("detail", containsString("which has 6 layers"));
        given().get("/api/components/none/L0H0").then().statusCode(404);
    }

    private static JsonNode placeIn(JsonNode component, String trace) {
        return StreamSupport.stream(component.get("places").spliterator(), false)
                .filter(each -> each.get("trace").asText().equals(trace))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode tokens) {
        return StreamSupport.stream(tokens.spliterator(), false)
                .map(each -> each.get("token").asText())
                .toList();
    }

    private static JsonNode component(String name) throws IOException {
        return answer("/api/components/" + MODEL + "/" + name);
    }

    private static JsonNode answer(String path) throws IOException {
        return new ObjectMapper()
                .readTree(given().get(path).then().statusCode(200).extract().asString());
    }
}
