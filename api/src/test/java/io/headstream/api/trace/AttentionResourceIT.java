package io.headstream.api.trace;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.databind.JsonNode;
import io.headstream.api.Neo4jServer;
import io.headstream.api.Pass;
import io.headstream.api.Recorded;
import io.headstream.api.Traced;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Attention patterns are those of the model's own hook_pattern. */
@QuarkusTest
@QuarkusTestResource(Neo4jServer.class)
class AttentionResourceIT {

    @Test
    void a_heads_pattern_is_its_hook_pattern() throws IOException {
        JsonNode head = Recorded.answer("attention-sample-15", trace(), "/attention?layer=4&head=5")
                .at("/heads/0");
        Pass pass = Pass.of(trace());
        for (int query = 0; query < 15; query++) {
            for (int i = head.get("starts").get(query).asInt();
                    i < head.get("starts").get(query + 1).asInt();
                    i++) {
                assertThat(head.get("weights").get(i).asDouble())
                        .isCloseTo(
                                pass.pattern(
                                        4, 5, query, head.get("keys").get(i).asInt()),
                                within(1e-4));
            }
        }
    }

    @Test
    void thumbnails_of_a_short_prompt_are_whole_patterns_of_all_heads() throws IOException {
        JsonNode thumbnails = Recorded.answer("thumbnails-sample-15", trace(), "/attention/thumbnails");
        assertThat(thumbnails.get("size").asInt()).isEqualTo(15);
        assertThat(thumbnails.get("heads")).hasSize(36);
        Pass pass = Pass.of(trace());
        for (JsonNode head : thumbnails.get("heads")) {
            byte[] cells = Base64.getDecoder().decode(head.get("cells").asText());
            assertThat(cells).hasSize(15 * 16 / 2);
            int at = 0;
            for (int query = 0; query < 15; query++) {
                for (int key = 0; key <= query; key++) {
                    double weight = pass.pattern(
                            head.get("layer").asInt(), head.get("head").asInt(), query, key);
                    assertThat((cells[at++] & 0xFF) / 255.0).isCloseTo(weight, within(0.51 / 255));
                }
            }
        }
    }

    @Test
    void a_cell_of_several_positions_has_their_largest_weight() throws IOException {
        JsonNode thumbnails = Recorded.answer(trace(), "/attention/thumbnails?size=8");
        Pass pass = Pass.of(trace());
        JsonNode head = thumbnails.get("heads").get(4 * 6 + 5);
        assertThat(head.get("name").asText()).isEqualTo("L4H5");
        byte[] cells = Base64.getDecoder().decode(head.get("cells").asText());
        for (int row = 0; row < 8; row++) {
            for (int column = 0; column <= row; column++) {
                double most = 0;
                for (int query = 0; query < 15; query++) {
                    for (int key = 0; key <= query; key++) {
                        if (query * 8 / 15 == row && key * 8 / 15 == column) {
                            most = Math.max(most, pass.pattern(4, 5, query, key));
                        }
                    }
                }
                assertThat((cells[row * (row + 1) / 2 + column] & 0xFF) / 255.0).isCloseTo(most, within(0.51 / 255));
            }
        }
        given().get("/api/traces/" + trace() + "/attention/thumbnails?size=4")
                .then()
                .statusCode(400)
                .body("detail", containsString("give 8 to 128"));
    }

    private static String trace() {
        return Traced.prompt(Traced.MARY, " Mary", " John");
    }
}
