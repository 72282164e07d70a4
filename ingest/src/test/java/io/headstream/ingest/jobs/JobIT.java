package io.headstream.ingest.jobs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.headstream.cypher.Statements;
import io.headstream.ingest.Asked;
import io.headstream.ingest.HubServerResource;
import io.headstream.ingest.Neo4jServer;
import io.headstream.ingest.graph.ModelWriter;
import io.headstream.ingest.graph.OnceUponATime;
import io.headstream.ingest.graph.TraceHeader;
import io.headstream.ingest.graph.TraceWriter;
import io.headstream.ingest.models.ModelShelf;
import io.headstream.tracer.choice.Budget;
import io.headstream.tracer.load.LoadedModel;
import io.headstream.tracer.trace.Progress;
import io.headstream.tracer.trace.Trace;
import io.headstream.tracer.trace.TraceOptions;
import io.headstream.tracer.trace.TraceRequest;
import io.headstream.tracer.trace.Tracer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.Value;

/** From a posted prompt to the graph, on the shipped model and a real Neo4j. */
@QuarkusTest
@QuarkusTestResource(Neo4jServer.class)
@QuarkusTestResource(HubServerResource.class)
class JobIT {
    /** What is a trace's own, found by its indexes. */
    private static final String OWN =
            """
            RETURN COUNT { (:Trace {id: $id}) } + COUNT { (:Position {trace: $id}) } + COUNT { (:Activation {trace: $id}) }
                + COUNT { (:HeadPattern {trace: $id}) } + COUNT { (:HookPoint {trace: $id}) }
            """;

    private static final String MARY = "When Mary and John went to the store, John gave a drink to";

    @Inject
    Driver driver;

    @Inject
    ModelShelf models;

    @Inject
    ModelWriter modelWriter;

    @Inject
    TraceWriter traceWriter;

    @Test
    void a_prompt_becomes_a_graph_that_names_the_heads_that_write_mary() {
        String trace = trace(Map.of("prompt", MARY, "target", " Mary", "tags", List.of("ioi")));
        Map<String, Object> stored =
                one("MATCH (t:Trace {id: $id}) RETURN t", trace).asMap();
        assertThat(stored)
                .containsEntry("prompt", MARY)
                .containsEntry("target", " Mary")
                .containsEntry("metric", "logit")
                .containsEntry("targetRank", 1L)
                .containsEntry("detail", "neurons")
                .containsEntry("tags", List.of("ioi"))
                .containsEntry("version", 2L);
        // golden/sample/mary.json: the target's logit, and head 5.1's output, whose top token is " Mary"
        assertThat((double) stored.get("metricValue")).isCloseTo(18.34228, within(1e-3));
        assertThat(one(
                                """
                                MATCH (n {trace: $id}) WHERE n:Activation OR n:HeadPattern OR n:HookPoint
                                RETURN count(n) + 1 + 15
                                """,
                                trace)
                        .asLong())
                .isEqualTo(stored.get("nodes"));
        assertThat(one(
                                """
                                MATCH (s {trace: $id})-[r]->() WHERE s:Activation OR s:Position OR s:HeadPattern
                                WITH count(r) AS inside RETURN inside + COUNT { (:Trace {id: $id})-->() }
                                """,
                                trace)
                        .asLong())
                .isEqualTo(stored.get("relationships"));
        assertThat(one(
                                """
                                MATCH (o:HeadOutput {trace: $id, position: 14})-[w:WRITES {rank: 1}]->(:Token {text: ' Mary'})
                                RETURN collect(o.name)
                                """,
                                trace)
                        .asList(Value::asString))
                .isNotEmpty()
                .allMatch(name -> name.matches("L[345]H[0-5]"));
        assertThat(one("MATCH (t:Trace {id: $id})-[p:PREDICTS {rank: 1}]->(k) RETURN k.text", trace)
                        .asString())
                .isEqualTo(" Mary");
    }

    @Test
    void the_same_prompt_again_is_a_new_trace_and_the_weights_are_written_once() {
        String first = trace(Map.of("prompt", "The opposite of hot is"));
        String second = trace(Map.of("prompt", "The opposite of hot is"));
        assertThat(second).isNotEqualTo(first);
        String counts =
                """
                MATCH (m:Model {name: 'headstream-sample'})
                RETURN [COUNT { (m)-[:HAS_HEAD]->() }, COUNT { (m)-[:HAS_NEURON]->() }, COUNT { (:Token {model: m.id}) }]
                """;
        assertThat(one(counts, first).asList(Value::asLong)).containsExactly(36L, 6 * 768L, 4096L);
    }

    @Test
    void deleting_a_trace_takes_what_is_its_own_and_nothing_else() {
        String kept = trace(Map.of("prompt", "one, two, three, four,"));
        long keptNodes = one("MATCH (n {trace: $id}) RETURN count(n)", kept).asLong();
        long weights = one("MATCH (n) WHERE n:Model OR n:Head OR n:Neuron OR n:Token RETURN count(n)", kept)
                .asLong();
        String gone = trace(Map.of("prompt", "apple river stone apple river"));
        try (Session session = driver.session()) {
            session.run(Statements.write("trace/delete"), Map.of("trace", gone)).consume();
        }
        assertThat(one("MATCH (n {trace: $id}) RETURN count(n)", gone).asLong()).isZero();
        assertThat(one("MATCH (n:Trace {id: $id}) RETURN count(n)", gone).asLong())
                .isZero();
        assertThat(one("MATCH (n {trace: $id}) RETURN count(n)", kept).asLong()).isEqualTo(keptNodes);
        assertThat(one("MATCH (n) WHERE n:Model OR n:Head OR n:Neuron OR n:Token RETURN count(n)", kept)
                        .asLong())
                .isEqualTo(weights);
    }

    @Test
    void a_trace_cut_off_while_it_is_written_leaves_nothing() throws Exception {
        try (ModelShelf.Loan loan = models.lend(models.find(Optional.empty()), () -> {})) {
            LoadedModel model = loan.model();
            modelWriter.write(model);
            Trace trace = new Tracer(model)
                    // every kind of row, and few of each: it is written as often as there are steps
                    .trace(
                            TraceRequest.of(model.vocabulary().encode("Once upon a time"))
                                    .withOptions(TraceOptions.DEFAULT.withBudget(new Budget(Budget.LEAST))),
                            Progress.NONE);
            List<String> texts =
                    trace.tokens().stream().map(model.vocabulary()::text).toList();
            for (int cut = 1; cut <= TraceWriter.STEPS; cut++) {
                int at = cut;
                String id = "cut-off-at-" + at;
                TraceHeader header = OnceUponATime.header(id, model);
                assertThatThrownBy(() -> traceWriter.write(trace, header, texts, step -> {
                            assertThat(one(OWN, id).asLong())
                                    .as("seen by another session in step %d", step)
                                    .isZero();
                            if (step == at) {
                                throw new CancellationException();
                            }
                        }))
                        .isInstanceOf(CancellationException.class);
                assertThat(one(OWN, id).asLong()).isZero();
            }
            assertThat(one("MATCH (n) WHERE n.trace STARTS WITH $id OR n.id STARTS WITH $id RETURN count(n)", "cut-off")
                            .asLong())
                    .isZero();
        }
    }

    @Test
    void a_queued_job_is_cancelled_and_never_runs() {
        List<String> many = IntStream.range(0, 40)
                .mapToObj(i -> "The opposite of hot is " + i)
                .toList();
        String running =
                post(Map.of("prompts", many, "detail", "stream")).extract().path("id");
        String queued = post(Map.of("prompt", "Never traced")).extract().path("id");
        given().delete("/api/jobs/" + queued).then().statusCode(202).body("state", equalTo("cancelled"));
        given().delete("/api/jobs/" + running).then().statusCode(202);
        JsonPath end = Asked.ended(running);
        assertThat(end.getString("state")).isEqualTo("cancelled");
        assertThat(end.getList("traces").size()).isLessThan(40);
        assertThat(one("MATCH (t:Trace {prompt: 'Never traced'}) RETURN count(t)", queued)
                        .asLong())
                .isZero();
    }

    @Test
    void events_end_with_the_job() {
        String id = post(Map.of("prompt", "The capital of Japan is the city of"))
                .extract()
                .path("id");
        String events = given().get("/api/jobs/" + id + "/events")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        List<String> data = events.lines().filter(l -> l.startsWith("data:")).toList();
        assertThat(events).contains("event:job");
        assertThat(data.get(data.size() - 1)).contains("\"state\":\"done\"").contains("\"traces\":[\"");
    }

    @Test
    void a_target_of_several_tokens_is_explained_as_a_whole_and_said_so() {
        Map<String, Object> body =
                Map.of("prompt", "The capital of Japan is the city of", "target", " Tokyo and Paris");
        JsonPath job = Asked.ended(post(body).extract().path("id"));
        assertThat(job.getString("notes[0]"))
                .startsWith("target of 3 tokens, explained as a whole: \" Tokyo\", \" and\", ");
        String trace = job.getString("traces[0]");
        assertThat(one(
                                "MATCH (t:Trace {id: $id}) RETURN abs(t.metricValue - reduce(s = 0.0, l IN t.targetLogProbabilities | s + l)) < 1e-4 "
                                        + "AND t.target = ' Tokyo and Paris' AND t.metric = 'log_probability' AND size(t.targetTokens) = 3 "
                                        + "AND t.targetPositions[0] = t.targetPosition AND t.positions = t.targetPosition + 3",
                                trace)
                        .asBoolean())
                .isTrue();
        Double sum = one(
                        "MATCH (t:Trace {id: $id}) MATCH (n:Activation {trace: t.id}) WHERE n.dla IS NOT NULL AND "
                                + "(n:AttentionOutput OR n:MlpOutput OR (n:Residual AND n.site = 'embed')) "
                                + "WITH t, sum(n.dla) AS dla RETURN dla + t.constant - t.metricValue",
                        trace)
                .asDouble();
        assertThat(sum).isCloseTo(0, within(1e-3));
        JsonPath again = Asked.ended(post(Map.of(
                        "tokens",
                        one(
                                        "MATCH (t:Trace {id: $id})-[:HAS_POSITION]->(p)-[:IS]->(k) WHERE p.index <= t.targetPosition "
                                                + "WITH k ORDER BY p.index RETURN collect(k.id)",
                                        trace)
                                .asList(),
                        "targetTokens",
                        one("MATCH (t:Trace {id: $id}) RETURN t.targetTokens", trace)
                                .asList()))
                .extract()
                .path("id"));
        assertThat(one("MATCH (t:Trace {id: $id}) RETURN t.metricValue", again.getString("traces[0]"))
                        .asDouble())
                .isEqualTo(one("MATCH (t:Trace {id: $id}) RETURN t.metricValue", trace)
                        .asDouble());
        Asked.refused(
                Map.of("prompt", "The capital of Japan is", "target", " Tokyo and Paris", "distractor", " Paris"),
                "the target has 3 tokens and the distractor 1");
        Asked.refused(
                Map.of("prompt", "The capital of Japan is", "target", " Tokyo and Paris", "position", 1),
                "leave out position");
        Asked.refused(
                Map.of("prompt", "The capital", "target", " Tokyo", "targetTokens", List.of(5)),
                "target and targetTokens are given");
        Asked.refused(Map.of("prompt", "The capital", "targetTokens", List.of()), "list of tokens is empty");
        Asked.refused(
                Map.of("prompt", "The capital", "targetTokens", List.of(5, 999_999)), "is outside the vocabulary");
    }

    @Test
    void token_ids_are_a_prompt_too() {
        JsonPath job = Asked.ended(
                post(Map.of("tokens", List.of(0, 427, 518))).extract().path("id"));
        assertThat(one("MATCH (t:Trace {id: $id}) RETURN t.prompt", job.getString("traces[0]"))
                        .asString())
                .isEqualTo("<|endoftext|>When Mary");
    }

    @Test
    void what_cannot_be_traced_is_refused_with_its_name_and_the_remedy() {
        Asked.refused(Map.of("prompt", ""), "the prompt is empty");
        Asked.refused(
                Map.of("prompt", "x", "model", "no-such-model"), "model 'no-such-model' is not known; known are ");
        Asked.refused(Map.of("prompt", "word ".repeat(400)), "the model's context holds 256");
        Asked.refused(Map.of("prompt", "x", "detail", "everything"), "one of stream, heads, neurons, full");
        Asked.refused(Map.of("prompt", "x", "target", ""), "the target '' is empty");
        Asked.refused(Map.of("prompt", "x", "target", " a", "distractor", " a"), "are the same token");
        Asked.refused(Map.of("prompt", "x", "position", 9), "position 9 is outside the prompt");
        Asked.refused(Map.of("tokens", List.of(0, 99_999)), "token id 99999 is outside the vocabulary");
        Asked.refused(Map.of("tokens", List.of()), "the prompt is empty");
        Asked.refused(Map.of(), "exactly one of prompt, prompts and tokens");
        given().contentType("application/json")
                .body("{\"prompt\": ")
                .post("/api/jobs")
                .then()
                .statusCode(400)
                .contentType(containsString("application/problem+json"));
        given().get("/api/jobs/none").then().statusCode(404).body("detail", containsString("'none' is not known"));
    }

    @Test
    void what_is_wrong_with_a_body_is_named() {
        body("/api/jobs", "{\"prompts\": [null]}", "prompts[0] is null; it takes a text");
        body("/api/jobs", "{\"prompt\": \"x\", \"tags\": [null]}", "tags[0] is null; it takes a text");
        body(
                "/api/jobs",
                "{\"prompts\": [\"a\", \"b\\ud800\"]}",
                "prompts[1] is a text with half a character in it, a surrogate without its pair; it takes a text");
        body("/api/jobs", "{\"tokens\": [1.5]}", "tokens[0] is 1.5; it takes a whole number");
        body("/api/jobs", "{\"prompt\": \"x\", \"steps\": \"3\"}", "steps is \"3\"; it takes a whole number");
        body("/api/jobs", "{\"prompt\": \"x\", \"distracter\": \" a\"}", "meant \"distractor\"?");
        body("/api/jobs", "[]", "the body is a list; it takes an object with model, prompt");
        body("/api/jobs", "null", "the body is null; it takes an object");
        body("/api/jobs", "", "a JSON body with a prompt is needed");
        body("/api/models", "{\"source\": 5}", "source is 5; it takes a text");
        body("/api/models", "[]", "the body is a list; it takes an object with source");
        body("/api/models", "{\"sorce\": \"x\"}", "meant \"source\"?");
        body("/api/import", "[]", "the document is no JSON object");
        body("/api/import", "null", "the document is no JSON object");
        body("/api/import", "{\"formt\": 1}", "meant format?");
    }

    @Test
    void what_is_too_much_is_refused_with_how_much_there_may_be() {
        Asked.refused(
                Map.of("prompt", "x".repeat(100_000)),
                "the prompt has 100000 characters, and one of this model may have");
        Asked.refused(Map.of("prompts", List.of("a", "x".repeat(100_000))), "the prompt has 100000 characters");
        Asked.refused(Map.of("prompt", "x", "target", "x".repeat(10_000)), "the target has 10000 characters");
        Asked.refused(Map.of("prompt", "x", "distractor", "x".repeat(10_000)), "the distractor has 10000 characters");
        Asked.refused(Map.of("prompts", Collections.nCopies(10_001, "x")), "prompts holds 10001");
        Asked.refused(Map.of("prompt", "x", "tags", Collections.nCopies(101, "x")), "a trace may have 100 tags");
        Asked.refused(Map.of("prompt", "x", "tags", List.of("x".repeat(201))), "it may have 200");
        Asked.refused(Map.of("prompt", "x", "tags", List.of(" ")), "a blank tag");
    }

    @Test
    void a_model_whose_tokenizer_is_refused_is_listed_with_the_reason_and_traced_by_token_ids(@TempDir Path folder)
            throws Exception {
        Path golden = Path.of(System.getProperty("headstream.root"), "tracer/src/test/resources/golden/gpt2");
        Path model = Files.createDirectory(folder.resolve("hostile"));
        Files.copy(golden.resolve("config.json"), model.resolve("config.json"));
        Files.copy(golden.resolve("model.safetensors"), model.resolve("model.safetensors"));
        Files.writeString(
                model.resolve("tokenizer.json"),
                """
                {"version": "1.0", "added_tokens": [], "normalizer": {"type": "Precompiled", "precompiled_charsmap": ""},
                 "pre_tokenizer": null, "post_processor": null, "decoder": null,
                 "model": {"type": "WordLevel", "unk_token": "a", "vocab": {"a": 0}}}
                """);
        String why = "tokenizer.json of model 'hostile' cannot be used: the tokenizers library crashed";
        given().contentType("application/json")
                .body(Map.of("source", model.toString()))
                .post("/api/models")
                .then()
                .statusCode(201)
                .body("tokenizer", equalTo(false), "notes[0]", containsString(why));
        given().get("/api/models/hostile").then().statusCode(200).body("notes[0]", containsString(why));
        Asked.refused(Map.of("prompt", "x", "model", "hostile"), why);
        JsonPath job = Asked.ended(post(Map.of("tokens", List.of(1, 2, 3), "model", "hostile"))
                .extract()
                .path("id"));
        assertThat(job.getString("state")).isEqualTo("done");
    }

    private static void body(String path, String body, String why) {
        given().contentType("application/json")
                .body(body)
                .post(path)
                .then()
                .statusCode(400)
                .contentType(containsString("application/problem+json"))
                .body("detail", containsString(why));
    }

    @Test
    void a_folder_without_weights_or_tokenizer_says_so(@TempDir Path folder) throws Exception {
        Path golden = Path.of(System.getProperty("headstream.root"), "tracer/src/test/resources/golden/gpt2");
        Path model = Files.createDirectory(folder.resolve("bare"));
        Files.copy(golden.resolve("config.json"), model.resolve("config.json"));
        given().contentType("application/json")
                .body(Map.of("source", model.toString()))
                .post("/api/models")
                .then()
                .statusCode(400)
                .body("detail", containsString("has neither model.safetensors nor"));
        Files.copy(golden.resolve("model.safetensors"), model.resolve("model.safetensors"));
        given().contentType("application/json")
                .body(Map.of("source", model.toString()))
                .post("/api/models")
                .then()
                .statusCode(201)
                .body("name", equalTo("bare"), "tokenizer", equalTo(false), "layers", equalTo(3));
        Asked.refused(
                Map.of("prompt", "x", "model", "bare"),
                "model 'bare' has no tokenizer.json; pass token ids, or add it");
        JsonPath job = Asked.ended(post(Map.of("tokens", List.of(1, 2, 3), "model", "bare"))
                .extract()
                .path("id"));
        assertThat(job.getString("state")).isEqualTo("done");
        given().get("/api/models")
                .then()
                .statusCode(200)
                .body("items.name", org.hamcrest.Matchers.hasItems("headstream-sample", "bare"));
    }

    private String trace(Map<String, Object> body) {
        return Asked.done(body).getString("traces[0]");
    }

    private static ValidatableResponse post(Map<String, Object> body) {
        return given().contentType("application/json")
                .body(body)
                .post("/api/jobs")
                .then()
                .statusCode(202)
                .header("Location", containsString("/api/jobs/"));
    }

    private Value one(String cypher, String id) {
        try (Session session = driver.session()) {
            return session.run(cypher, Map.of("id", id)).list().stream()
                    .map(record -> record.get(0))
                    .collect(Collectors.collectingAndThen(Collectors.toList(), rows -> rows.get(0)));
        }
    }
}
