package io.headstream.ingest.models;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.headstream.ingest.Asked;
import io.headstream.ingest.HubServerResource;
import io.headstream.ingest.Neo4jServer;
import io.headstream.ingest.hub.HubRepository;
import io.headstream.ingest.hub.HubServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/** A model from the hub to the graph, as the page and the command line ask for it. */
@QuarkusTest
@QuarkusTestResource(Neo4jServer.class)
@QuarkusTestResource(HubServerResource.class)
class HubModelIT {
    private static final String COMMIT = "607a30d783dfa663caf39e06633721c8d4cfcd7e";
    private static final Path GOLDEN =
            Path.of(System.getProperty("headstream.root"), "tracer/src/test/resources/golden");

    HubServer hub;

    @Inject
    Driver driver;

    @AfterEach
    void mend() {
        hub.faults.pauseMillis = 0;
        hub.faults.cuts.set(0);
    }

    @Test
    void a_model_is_pulled_and_traced() throws Exception {
        serve("an-org/tiny-gpt2");
        hub.faults.cuts.set(2);
        JsonPath job = end(pull("an-org/tiny-gpt2"));
        assertThat(job.getString("state")).as(job.getString("error")).isEqualTo("done");
        assertThat(job.getString("kind")).isEqualTo("pull");
        assertThat(job.getString("model")).isEqualTo("an-org/tiny-gpt2");
        assertThat(job.getString("request.source")).isEqualTo("an-org/tiny-gpt2");
        assertThat(job.getList("traces")).isEmpty();
        assertThat(job.getLong("done")).isEqualTo(job.getLong("total")).isGreaterThan(10_000);

        for (String path : List.of("/api/models/an-org/tiny-gpt2", "/api/models/an-org%2Ftiny-gpt2")) {
            given().urlEncodingEnabled(false)
                    .get(path)
                    .then()
                    .statusCode(200)
                    .body("name", equalTo("an-org/tiny-gpt2"), "source", equalTo("an-org/tiny-gpt2"))
                    .body("revision", equalTo(COMMIT), "inGraph", equalTo(true), "layers", equalTo(3));
        }
        given().get("/api/models").then().body("items.findAll { it.name == 'an-org/tiny-gpt2' }.size()", equalTo(1));
        try (Session session = driver.session()) {
            assertThat(session.run(
                                    "MATCH (m:Model {name: 'an-org/tiny-gpt2'}) RETURN [m.source, m.revision, count { (m)-[:HAS_HEAD]->() } > 0]")
                            .single()
                            .get(0)
                            .asList())
                    .isEqualTo(List.of("an-org/tiny-gpt2", COMMIT, true));
        }

        JsonPath traced = end(given().contentType("application/json")
                .body(Map.of("model", "an-org/tiny-gpt2", "tokens", List.of(1, 2, 3)))
                .post("/api/jobs")
                .then()
                .statusCode(202));
        assertThat(traced.getString("state")).as(traced.getString("error")).isEqualTo("done");
        assertThat(traced.getString("kind")).isEqualTo("trace");
        try (Session session = driver.session()) {
            assertThat(session.run(
                                    "MATCH (t:Trace {id: $id}) RETURN t.modelName",
                                    Map.of("id", traced.getString("traces[0]")))
                            .single()
                            .get(0)
                            .asString())
                    .isEqualTo("an-org/tiny-gpt2");
        }
    }

    @Test
    void split_weights_are_pulled_and_traced() throws Exception {
        HubRepository repository = HubRepository.of("an-org/split", COMMIT);
        try (Stream<Path> files = Files.list(GOLDEN.resolve("gpt-neox-bfloat16-sharded"))) {
            for (Path file : files.filter(f -> !f.getFileName().toString().startsWith("activations"))
                    .toList()) {
                repository.with(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        hub.repositories.put("an-org/split", repository);
        JsonPath job = end(pull("an-org/split"));
        assertThat(job.getString("state")).as(job.getString("error")).isEqualTo("done");
        JsonPath traced = end(given().contentType("application/json")
                .body(Map.of("model", "an-org/split", "tokens", List.of(1, 2, 3)))
                .post("/api/jobs")
                .then()
                .statusCode(202));
        assertThat(traced.getString("state")).as(traced.getString("error")).isEqualTo("done");
    }

    @Test
    void a_revision_is_named_with_its_commit_where_there_are_several() throws Exception {
        serve("an-org/twice");
        assertThat(end(pull("an-org/twice")).getString("model")).isEqualTo("an-org/twice");
        String next = "1111111783dfa663caf39e06633721c8d4cfcd7e";
        hub.repositories.compute(
                "an-org/twice", (name, r) -> new HubRepository(name, next, r.files(), r.token(), r.movedTo()));
        assertThat(end(pull("an-org/twice@refs/pr/3")).getString("model")).isEqualTo("an-org/twice@1111111");
        given().contentType("application/json")
                .body(Map.of("model", "an-org/twice@1111111", "tokens", List.of(1)))
                .post("/api/jobs")
                .then()
                .statusCode(202);
    }

    @Test
    void a_download_is_cancelled_at_once_keeps_what_came_and_holds_up_no_trace() throws Exception {
        serve("an-org/slow");
        hub.faults.pauseMillis = 60_000;
        String id = pull("an-org/slow").extract().path("id");
        String again = pull("an-org/slow").extract().path("id");
        assertThat(again).as("two pulls of the same model are one").isEqualTo(id);
        for (int i = 0; i < 40 && state(id).getLong("done") < 20_000; i++) {
            Thread.sleep(50);
        }
        assertThat(state(id).getString("stage")).isEqualTo("download");

        JsonPath traced = end(given().contentType("application/json")
                .body(Map.of("prompt", "The opposite of hot is", "detail", "stream"))
                .post("/api/jobs")
                .then()
                .statusCode(202));
        assertThat(traced.getString("state")).isEqualTo("done");
        assertThat(state(id).getString("state")).isEqualTo("running");

        long start = System.nanoTime();
        given().delete("/api/jobs/" + id).then().statusCode(202);
        assertThat(Asked.ended(id).getString("state")).isEqualTo("cancelled");
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
        given().get("/api/models").then().body("items.name", not(hasItem("an-org/slow")));

        hub.faults.pauseMillis = 0;
        hub.asked.clear();
        assertThat(end(pull("an-org/slow")).getString("state")).isEqualTo("done");
        assertThat(hub.bodies().stream().filter(HubServer.Asked::cdn).flatMap(a -> a.range().stream()))
                .hasSize(1);
    }

    @Test
    void a_family_that_cannot_be_traced_is_refused_before_its_weights_are_pulled() throws Exception {
        serve("an-org/bert").files().put("config.json", "{\"model_type\": \"bert\"}".getBytes());
        hub.asked.clear();
        JsonPath job = end(pull("an-org/bert"));
        assertThat(job.getString("state")).isEqualTo("failed");
        assertThat(job.getString("error"))
                .contains("an-org/bert")
                .contains("bert'")
                .doesNotContain("/tmp");
        assertThat(hub.bodies()).hasSize(1);
    }

    @Test
    void a_pull_that_fails_says_why() {
        JsonPath job = end(pull("an-org/nowhere"));
        assertThat(job.getString("state")).isEqualTo("failed");
        assertThat(job.getString("error")).contains("'an-org/nowhere' is gated or private, or its name is misspelt");
    }

    @Test
    void a_source_is_a_folder_a_name_or_a_hub_id_and_nothing_else() {
        for (String source : List.of("../models", "a/b/c", "a/../b", "/nowhere", "a\0b", "@main")) {
            post(source).then().statusCode(400).body("detail", containsString("is not a model folder"));
        }
        post(" ").then().statusCode(400).body("detail", containsString("source is missing"));
        given().contentType("application/json").post("/api/models").then().statusCode(400);
        // a name that is here already means what is here
        post("headstream-sample")
                .then()
                .statusCode(201)
                .header("Location", containsString("/api/models/headstream-sample"));
        given().contentType("application/json")
                .body(Map.of("prompt", "x", "model", "an-org/unknown"))
                .post("/api/jobs")
                .then()
                .statusCode(400)
                .body("detail", containsString("headstream models pull an-org/unknown"));
    }

    private HubRepository serve(String name) throws IOException {
        HubRepository repository = HubRepository.of(name, COMMIT)
                .with("config.json", Files.readAllBytes(GOLDEN.resolve("gpt2/config.json")))
                .with("model.safetensors", ownWeights());
        hub.repositories.put(name, repository);
        return repository;
    }

    // the graph knows a model by its content, under the name that came first: others' tests have these weights too
    private static byte[] ownWeights() throws IOException {
        byte[] weights = Files.readAllBytes(GOLDEN.resolve("gpt2/model.safetensors"));
        weights[weights.length - Float.BYTES] ^= 1;
        return weights;
    }

    private static io.restassured.response.Response post(String source) {
        return given().contentType("application/json")
                .body(Map.of("source", source))
                .post("/api/models");
    }

    private static ValidatableResponse pull(String source) {
        return post(source).then().statusCode(202).header("Location", containsString("/api/jobs/"));
    }

    private static JsonPath end(ValidatableResponse accepted) {
        return Asked.ended(accepted.extract().path("id"));
    }

    private static JsonPath state(String id) {
        return given().get("/api/jobs/" + id).then().statusCode(200).extract().jsonPath();
    }
}
