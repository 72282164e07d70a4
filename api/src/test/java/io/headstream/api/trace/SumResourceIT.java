package io.headstream.api.trace;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;

import io.headstream.api.Neo4jServer;
import io.headstream.api.Traced;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Neo4jServer.class)
class SumResourceIT {
    private static final double TOLERANCE = 1e-3;

    @Test
    void the_logit_from_the_embedding_up() {
        JsonPath sum = sum("");
        assertThat(sum.getString("of")).isEqualTo("logit");
        List<String> names = sum.getList("parts.name");
        assertThat(names)
                .hasSize(14)
                .startsWith("embed", "attn_out L0", "mlp_out L0")
                .endsWith("constant");
        assertThat(sum.getDouble("total")).isCloseTo(18.3423, within(1e-2)); // as golden/sample/mary.json has it
        adds(sum);
    }

    @ParameterizedTest
    @ValueSource(strings = {"L5P14.post", "L3P14.mid", "L2P14.attn", "L4P14.mlp", "L5P14.H1", "L2P7.attn", "L2P7.mlp"})
    void parts_and_remainder_make_the_whole(String node) {
        JsonPath sum = sum("?node=" + node);
        assertThat(sum.getString("of")).isEqualTo(node.contains("P14") ? "dla" : "share");
        adds(sum);
    }

    @Test
    void what_is_no_sum_is_said() {
        given().get("/api/traces/none/sum").then().statusCode(404).body("detail", containsString("no trace"));
        String mary = Traced.prompt(Traced.MARY, " Mary");
        given().get("/api/traces/" + mary + "/sum?node=L0P14.embed")
                .then()
                .statusCode(404)
                .body("detail", containsString("is no sum"));
        given().get("/api/traces/" + mary + "/sum?node=nothing")
                .then()
                .statusCode(404)
                .body("detail", containsString("keeps no activation"));
    }

    private static JsonPath sum(String node) {
        return given().get("/api/traces/" + Traced.prompt(Traced.MARY, " Mary") + "/sum" + node)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static void adds(JsonPath sum) {
        double at = 0;
        for (int i = 0; i < sum.getList("parts").size(); i++) {
            assertThat(sum.getDouble("parts[" + i + "].start")).isCloseTo(at, within(1e-9));
            at = sum.getDouble("parts[" + i + "].end");
        }
        assertThat(at).isCloseTo(sum.getDouble("total"), within(TOLERANCE));
    }
}
