package io.headstream.ingest.jobs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.headstream.ingest.Asked;
import io.headstream.ingest.HubServerResource;
import io.headstream.ingest.Neo4jServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/** The index of the shipped model, stopped on its way and gone on with. */
@QuarkusTest
@QuarkusTestResource(Neo4jServer.class)
@QuarkusTestResource(HubServerResource.class)
class IndexJobIT {
    private static final long NEURON_EDGES = 6L * 768 * 25;
    private static final long HEAD_EDGES = 36L * 10;

    @Inject
    Driver driver;

    @Test
    void what_was_stopped_goes_on_and_nothing_is_written_twice() throws InterruptedException {
        String first = index();
        while (layers() == 0) {
            Thread.sleep(20);
        }
        given().delete("/api/jobs/" + first).then().statusCode(202);
        assertThat(Asked.ended(first).getString("state")).isIn("cancelled", "done");
        long layers = layers();
        assertThat(layers).isBetween(1L, 6L);
        assertThat(edges()).isEqualTo(layers * (NEURON_EDGES + HEAD_EDGES) / 6); // whole layers, or nothing of them

        assertThat(Asked.ended(index()).getString("state")).isEqualTo("done");
        assertThat(layers()).isEqualTo(6);
        assertThat(edges()).isEqualTo(NEURON_EDGES + HEAD_EDGES);
        assertThat(Asked.ended(index()).getString("state")).isEqualTo("done");
        assertThat(edges()).isEqualTo(NEURON_EDGES + HEAD_EDGES);
    }

    @Test
    void options_that_make_no_sense_are_refused() {
        Asked.refused(Map.of("prompt", "Hi", "effects", "everything"), "they are one of logit, probability, none");
        Asked.refused(Map.of("prompt", "Hi", "shares", "l3"), "known are l1, l2");
        Asked.refused(Map.of("prompt", "Hi", "steps", 0), "integrated gradients take 1 to 64");
        given().post("/api/models/none/index").then().statusCode(404).body("title", equalTo("No such model"));
    }

    private static String index() {
        return given().post("/api/models/headstream-sample/index")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private long layers() {
        return one("MATCH (m:Model {name: 'headstream-sample'}) RETURN sum(coalesce(m.indexedLayers, 0))");
    }

    private long edges() {
        return one("MATCH ()-[r:PROMOTES|SUPPRESSES|DETECTS|COPIES]->() RETURN count(r)");
    }

    private long one(String statement) {
        try (Session session = driver.session()) {
            return session.run(statement).single().get(0).asLong();
        }
    }
}
