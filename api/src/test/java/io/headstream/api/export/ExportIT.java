package io.headstream.api.export;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headstream.api.Neo4jServer;
import io.headstream.api.Traced;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

@QuarkusTest
@QuarkusTestResource(Neo4jServer.class)
class ExportIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path ROOT = Path.of(System.getProperty("headstream.root"));

    @TempDir
    static Path folder;

    private static byte[] small = {};

    @Inject
    Driver driver;

    @Test
    void a_trace_that_was_exported_deleted_and_imported_is_exported_the_same() {
        String trace = Traced.prompt("The opposite of hot is", " cold", " warm");
        byte[] before = export(trace);
        importing(before, "")
                .statusCode(409)
                .body("detail", containsString("already; delete it, or import with --replace"));

        given().delete("/api/traces/" + trace).then().statusCode(204);
        importing(before, "")
                .statusCode(201)
                .header("Location", containsString("/api/traces/" + trace))
                .body("trace", equalTo(trace));

        assertThat(new String(export(trace), StandardCharsets.UTF_8))
                .isEqualTo(new String(before, StandardCharsets.UTF_8));
        importing(before, "?replace=true").statusCode(201);
        assertThat(export(trace)).isEqualTo(before);
        given().get("/api/traces/" + trace + "/flow").then().statusCode(200);
    }

    @Test
    void the_example_that_ships_is_what_a_fresh_trace_of_its_prompt_is() throws Exception {
        String job = given().contentType("application/json")
                .body(Map.of("prompt", Traced.MARY, "metric", "difference", "tags", List.of("example")))
                .post("/api/jobs")
                .path("id");
        String trace = Traced.await(job).getString("traces[0]");
        try (InputStream file = new GZIPInputStream(
                Files.newInputStream(ROOT.resolve("models/headstream-sample/example-trace.json.gz")))) {
            Likeness.assertSame(JSON.readTree(file), JSON.readTree(export(trace)));
        } finally {
            given().delete("/api/traces/" + trace).then().statusCode(204);
        }
    }

    @Test
    void a_trace_that_keeps_everything_comes_back_too() {
        given().contentType("application/json").body(source("llama")).post("/api/models");
        String job = given().contentType("application/json")
                .body(Map.of(
                        "model", "llama", "tokens", List.of(1, 2, 3), "detail", "full", "tags", List.of("=a", "b;c")))
                .post("/api/jobs")
                .path("id");
        String trace = Traced.await(job).getString("traces[0]");
        byte[] before = export(trace);
        importing(before, "?replace=true").statusCode(201);
        assertThat(export(trace)).isEqualTo(before);
        given().delete("/api/traces/" + trace).then().statusCode(204);
    }

    @Test
    void changed_steps_of_a_generation_come_back_with_what_joins_them() {
        String job = given().contentType("application/json")
                .body(Map.of(
                        "prompt",
                        "The opposite of hot is",
                        "detail",
                        "stream",
                        "interventions",
                        List.of(Map.of("kind", "zero", "at", Map.of("component", "L0H1"))),
                        "generate",
                        Map.of("tokens", 2)))
                .post("/api/jobs")
                .path("id");
        List<String> traces = Traced.await(job).getList("traces");
        assertThat(traces).hasSize(4);
        List<byte[]> documents = traces.stream().map(ExportIT::export).toList();
        traces.forEach(trace -> given().delete("/api/traces/" + trace).then().statusCode(204));
        for (int i : new int[] {3, 0, 1, 2}) { // the last step before all, its baseline behind it
            importing(documents.get(i), "").statusCode(201);
        }
        assertThat(traces.stream().map(ExportIT::export).toList()).containsExactlyElementsOf(documents);
        assertThat(count("MATCH (b:Trace {id: '" + traces.get(0)
                        + "'})<-[:INTERVENES_ON {kind: 'zero', components: ['L0H1'], positions: 'all'}]-"
                        + "(:Trace {id: '" + traces.get(1) + "'})-[:NEXT_STEP {tokens: 1}]->(:Trace {id: '"
                        + traces.get(3) + "'})-[i:INTERVENES_ON]->"
                        + "(:Trace {id: '" + traces.get(2) + "'}) RETURN count(i)"))
                .isEqualTo(1);
        importing(documents.get(0), "?replace=true").statusCode(201);
        assertThat(count("MATCH (:Trace {id: '" + traces.get(0) + "'})<-[i:INTERVENES_ON]-(:Trace) RETURN count(i)"))
                .isEqualTo(1);
        traces.forEach(trace -> given().delete("/api/traces/" + trace).then().statusCode(204));
    }

    @Test
    void labels_and_views_come_back_and_never_over_what_a_reader_said_here() throws Exception {
        String trace = Traced.asked(few("The opposite of big is"));
        String label = "/api/labels/headstream-sample/L1H2";
        String view = "/api/views/" + trace + "/mine";
        put(label, Map.of("label", "=sees \"a\" name", "note", "twice"));
        put(view, Map.of("address", "count=40&v=1"));
        byte[] before = export(trace);
        assertThat(JSON.readTree(before).at("/labels").findValuesAsText("note")).contains("twice");
        assertThat(JSON.readTree(before).at("/views/0/address").asText()).isEqualTo("count=40&v=1");
        assertThat(new String(before, StandardCharsets.UTF_8)).doesNotContain("\"by\":", "127.0.0.1");
        assertThat(given().get("/api/traces/" + trace + "/export?format=graphml")
                        .asString())
                .contains("=sees \"a\" name</data>");

        for (String gone : List.of(label, view, "/api/traces/" + trace)) {
            given().delete(gone).then().statusCode(204);
        }
        importing(before, "").statusCode(201).body("keptLabels.size()", equalTo(0));
        assertThat(new String(export(trace), StandardCharsets.UTF_8))
                .isEqualTo(new String(before, StandardCharsets.UTF_8));
        Map<String, Object> anew = new HashMap<>(few("The opposite of big is"));
        anew.put("tags", List.of("traced anew"));
        String again = Traced.asked(anew);
        given().get("/api/views/" + again).then().body("items[0].address", equalTo("count=40&v=1"));

        put(label, Map.of("label", "mine"));
        put(view, Map.of("address", "as=heads"));
        importing(before, "?replace=true")
                .statusCode(201)
                .body("keptLabels", equalTo(List.of("L1H2")))
                .body("keptViews", equalTo(List.of("mine")));
        JsonNode after = JSON.readTree(export(trace));
        assertThat(after.at("/labels").findValuesAsText("label")).contains("mine");
        assertThat(after.at("/labels").findValuesAsText("note")).doesNotContain("twice");
        assertThat(after.at("/views/0/address").asText()).isEqualTo("as=heads");
        ObjectNode third = ((ObjectNode) after).put("version", 3);
        third.remove(List.of("labels", "views"));
        importing(JSON.writeValueAsBytes(third), "?replace=true").statusCode(201);
        assertThat(JSON.readTree(export(trace)).at("/views/0/name").asText()).isEqualTo("mine");
        given().delete(label).then().statusCode(204);
        given().delete(view).then().statusCode(204);
    }

    @Test
    void an_answer_of_several_tokens_comes_back() {
        String trace =
                Traced.asked(Map.of("prompt", "The opposite of hot is", "target", " cold and", "detail", "heads"));
        byte[] before = export(trace);
        importing(before, "?replace=true").statusCode(201);
        assertThat(export(trace)).isEqualTo(before);
    }

    @Test
    void the_members_may_come_in_any_order_and_numbers_without_a_point() throws Exception {
        String trace = Traced.asked(few("one, two, three,"));
        byte[] before = export(trace);
        ObjectNode document = (ObjectNode) JSON.readTree(before);
        ObjectNode turned = JSON.createObjectNode();
        List<String> names = new ArrayList<>();
        document.fieldNames().forEachRemaining(names::add);
        Collections.reverse(names);
        names.forEach(name -> turned.set(name, document.get(name)));
        turned.withObject("/trace").put("effectCoverage", 1);
        importing(JSON.writeValueAsBytes(turned), "?replace=true").statusCode(201);
        assertThat(JSON.readTree(export(trace)).at("/trace/effectCoverage").asDouble())
                .isEqualTo(1);
        importing(before, "?replace=true").statusCode(201);
    }

    @Test
    void a_document_of_a_model_that_is_not_in_the_graph_brings_what_it_knows_of_it() throws Exception {
        ObjectNode document = document();
        document.withObject("/model").put("id", "0123456789ab").put("name", "elsewhere");
        document.withObject("/trace").put("id", "from-elsewhere").put("model", "0123456789ab");
        importing(JSON.writeValueAsBytes(document), "").statusCode(201);

        assertThat(count("MATCH (m:Model {id: '0123456789ab', partial: true})-[:HAS_HEAD]->(h) RETURN count(h)"))
                .isEqualTo(36);
        assertThat(count("MATCH (k:Token {model: '0123456789ab'}) RETURN count(k)"))
                .isEqualTo(document.path("tokens").size());
        assertThat(JSON.readTree(export("from-elsewhere"))).isEqualTo(document);
        given().get("/api/models/elsewhere").then().statusCode(200).body("layers", equalTo(6));
        given().delete("/api/traces/from-elsewhere").then().statusCode(204);
    }

    @Test
    void a_partial_model_is_made_whole_when_its_weights_are_added() throws Exception {
        Map<String, String> source = source("gpt2");
        String model = given().contentType("application/json")
                .body(source)
                .post("/api/models")
                .path("id");
        String trace = Traced.await(given().contentType("application/json")
                        .body(Map.of("model", "gpt2", "tokens", List.of(1, 2, 3)))
                        .post("/api/jobs")
                        .path("id"))
                .getString("traces[0]");
        String size = "MATCH (n {model: '%s'}) WHERE n:Head OR n:Neuron OR n:Token RETURN count(n)".formatted(model);
        long whole = count(size);
        byte[] document = export(trace);
        try (Session session = driver.session()) {
            session.run(
                            "MATCH (n) WHERE n.trace = $trace OR n.model = $model OR n.id = $model DETACH DELETE n",
                            Map.of("trace", trace, "model", model))
                    .consume();
        }

        importing(document, "").statusCode(201);
        assertThat(count(size)).isLessThan(whole).isPositive();
        given().contentType("application/json")
                .body(source)
                .post("/api/models")
                .then()
                .statusCode(201);

        assertThat(count(size)).isEqualTo(whole);
        assertThat(count("MATCH (m:Model {id: '%s'}) WHERE m.partial IS NULL AND m.source IS NOT NULL RETURN count(m)"
                        .formatted(model)))
                .isEqualTo(1);
        assertThat(count("MATCH (n:Neuron {model: '%s'}) WHERE n.norm IS NULL RETURN count(n)".formatted(model)))
                .isZero();
        assertThat(export(trace)).isEqualTo(document);
    }

    @Test
    void what_is_not_sound_is_refused_by_its_place_and_nothing_is_written() throws Exception {
        String text = JSON.writeValueAsString(document());
        long before = count("MATCH (n) RETURN count(n)");

        refused(d -> d.put("version", 5), "/version is 5, and this Headstream reads up to 4");
        refused(d -> d.put("format", "x"), "/format is not headstream-trace");
        refused(d -> d.put("more", 1), "/more is no member");
        refused(d -> d.remove("edges"), "no member edges");
        refused(d -> node(d, 3).put("share", "much"), "/nodes/3/share is \"much\", not a number");
        refused(d -> node(d, 3).putNull("share"), "/nodes/3/share is null");
        refused(d -> node(d, 3).put("layer", 17), "/nodes/3/layer is 17, not from 0 to 5");
        refused(d -> node(d, 3).put("layer", 1.5), "/nodes/3/layer is 1.5, not a whole number");
        refused(d -> node(d, 3).put("label", "Person"), "/nodes/3 has label \"Person\"");
        refused(d -> node(d, 3).put("colour", "red"), "/nodes/3/colour is no field");
        refused(d -> node(d, 3).put("node", "L9P9.mlp"), "/nodes/3/node is \"L9P9.mlp\"");
        refused(
                d -> labelled(d, "Residual").put("site", "H1").put("node", "L0P0.H1"),
                "/site is \"H1\"; it must be one of embed, mid, post");
        refused(d -> ((ArrayNode) d.get("nodes")).add(node(d, 3)), "is there twice");
        refused(d -> ((ArrayNode) d.get("edges")).remove(5), "/trace/relationships says");
        refused(
                d -> edge(d, 5).put("target", "L0P0.H77"),
                "/edges/5/target is \"L0P0.H77\", which /nodes does not have");
        refused(d -> edge(d, 5).put("type", "KNOWS"), "/edges/5 has type \"KNOWS\"");
        refused(d -> edge(d, 5).put("type", "ATTENDED_BY"), "/edges/5");
        refused(d -> d.withArray("tokens").remove(0), "which /tokens does not have");
        refused(
                d -> d.withObject("/trace").put("createdAt", "yesterday"),
                "/trace/createdAt is \"yesterday\", not a date");
        refused(d -> d.withObject("/trace").put("id", "../x"), "/trace/id may have letters");
        refused(d -> d.withObject("/model").put("heads", 5), "not from 0 to 4");
        refused(d -> d.withObject("/model").put("vocabulary", 5000), "/model/vocabulary is 5000", 409);
        refused(text.substring(0, text.length() / 2), "not whole");
        refused(text.replaceFirst("\"share\":[0-9.]+", "\"share\":NaN"), "line 1, column");
        refused(text.replaceFirst("\"share\":[0-9.]+", "\"share\":1e999"), "is too large");
        refused("[]", "is no JSON object");
        refused(text + "{}", "more after the document's end");
        refused("", "is no JSON object");

        assertThat(count("MATCH (n) RETURN count(n)")).isEqualTo(before);
    }

    @Test
    void files_are_named_after_the_prompt_and_what_cannot_be_exported_is_said() {
        String mary = Traced.prompt(Traced.MARY, " Mary");
        given().get("/api/traces/" + mary + "/export?format=graphml")
                .then()
                .statusCode(200)
                .contentType("application/graphml+xml")
                .header(
                        "Content-Disposition",
                        matchesPattern(
                                "attachment; filename=\"when-mary-and-john-went-to-the-store-joh-[0-9a-f]{8}\\.graphml\""));
        given().get("/api/traces/" + mary + "/export?format=docx")
                .then()
                .statusCode(400)
                .body(
                        "detail",
                        equalTo("format 'docx' is not known; give json, graphml, csv, parquet, circuit-tracer"));
        given().get("/api/traces/none/export").then().statusCode(404);
        given().get("/api/traces/latest/export").then().statusCode(200).body("format", equalTo("headstream-trace"));
        given().get("/trace.schema.json").then().statusCode(200).body("title", equalTo("A Headstream trace"));
        answer("csv", "MATCH (n) DELETE n").statusCode(400);
        answer("graphml", "RETURN 1 AS n").statusCode(400).body("detail", containsString("no nodes"));
        answer("csv", "UNWIND range(1, 100001) AS n RETURN n").statusCode(200).header("X-Headstream-Truncated", "true");
        given().contentType("application/json")
                .body(Map.of("parameters", Map.of("trace", mary)))
                .post("/api/queries/logit-lens/export?format=csv")
                .then()
                .statusCode(200)
                .header("X-Headstream-Truncated", "false")
                .header("Content-Disposition", equalTo("attachment; filename=\"logit-lens.csv\""));
    }

    @Test
    void a_request_that_is_no_import_stays_small() {
        given().contentType("application/json")
                .body("{\"statement\": \"RETURN '" + "x".repeat(5 << 20) + "'\"}")
                .post("/api/cypher")
                .then()
                .statusCode(413)
                .body("detail", containsString("it may have 4000000"));
    }

    @Test
    void a_trace_without_effects_is_no_circuit() {
        String job = given().contentType("application/json")
                .body(Map.of("prompt", "apple river stone", "effects", "none"))
                .post("/api/jobs")
                .path("id");
        String trace = Traced.await(job).getString("traces[0]");
        given().get("/api/traces/" + trace + "/export?format=circuit-tracer")
                .then()
                .statusCode(409)
                .body("detail", containsString("traced with effects none; trace its prompt anew with effects"));
        job = given().contentType("application/json")
                .body(Map.of("prompt", "apple river stone", "detail", "stream"))
                .post("/api/jobs")
                .path("id");
        trace = Traced.await(job).getString("traces[0]");
        given().get("/api/traces/" + trace + "/export?format=circuit-tracer")
                .then()
                .statusCode(409)
                .body("detail", containsString("traced with detail stream, which keeps no heads"));
    }

    @Test
    void a_circuit_of_an_answer_of_several_tokens_has_a_logit_for_each() {
        String trace =
                Traced.asked(Map.of("prompt", Traced.MARY, "target", " Mary and John", "distractor", " John or Mary"));
        JsonPath circuit = given().get("/api/traces/" + trace + "/export?format=circuit-tracer")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(circuit.getList("nodes.findAll { it.feature_type == 'logit' }.ctx_idx"))
                .isEqualTo(List.of(14, 15, 16));
        List<String> said = circuit.getList("nodes.findAll { it.feature_type == 'logit' }.clerp");
        assertThat(said.get(0)).startsWith("Output \" Mary\" (p=");
        assertThat(said.get(1)).startsWith("Output \" and\" (p=");
        assertThat(said.get(2)).startsWith("Output \" John\" (p=");
        for (String logit : circuit.getList("nodes.findAll { it.feature_type == 'logit' }.node_id", String.class)) {
            assertThat(circuit.getList("links.findAll { it.target == '" + logit + "' }"))
                    .isNotEmpty();
        }
        List<Map<String, Object>> rows = given().contentType("application/json")
                .body(Map.of("parameters", Map.of("trace", trace, "limit", 1000)))
                .post("/api/queries/tokens-of-an-answer")
                .jsonPath()
                .getList("rows");
        assertThat(rows).hasSize(3 * (36 + 6));
        given().get("/api/compare?left=" + trace + "&right=" + trace)
                .then()
                .body("alignment.findAll { it.target }.left.index", equalTo(List.of(14, 15, 16)));
    }

    /** networkx, pandas, DuckDB, a JSON Schema validator and circuit-tracer's own classes, where HEADSTREAM_EXPORTS_VENV names a Python environment that has them. */
    @Test
    void networkx_pandas_and_duckdb_read_what_is_exported() throws Exception {
        Optional<Path> python = Optional.ofNullable(System.getenv("HEADSTREAM_EXPORTS_VENV"))
                .map(venv -> Path.of(venv, "bin", "python"))
                .filter(Files::isExecutable);
        if (python.isEmpty()) {
            System.out.println(
                    "exports are not opened in networkx, pandas and DuckDB: HEADSTREAM_EXPORTS_VENV names no Python"
                            + " environment with networkx pandas pyarrow duckdb jsonschema pydantic, and"
                            + " circuit-tracer 0.5.0 without what it needs");
        }
        assumeTrue(python.isPresent(), "a Python environment that reads exports");
        files();
        Process check = new ProcessBuilder(
                        python.orElseThrow().toString(),
                        ROOT.resolve("api/src/test/python/check_exports.py").toString(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(check.waitFor()).as(said).isZero();
        assertThat(said).contains("exports hold");
    }

    /** A trace that keeps the least there may be of each kind: it is written and read in no time. */
    private static Map<String, Object> few(String prompt) {
        return Map.of("prompt", prompt, "budget", 1000);
    }

    private static Map<String, String> source(String family) {
        return Map.of(
                "source",
                ROOT.resolve("tracer/src/test/resources/golden/" + family).toString());
    }

    private static void files() throws Exception {
        String mary = Traced.prompt(Traced.MARY, " Mary");
        for (ExportFormat format : ExportFormat.values()) {
            String name = format == ExportFormat.CIRCUIT_TRACER ? "circuit-tracer" : format.answerExtension();
            write(
                    "trace." + format.traceExtension(),
                    given().get("/api/traces/" + mary + "/export?format=" + name)
                            .asByteArray());
        }
        String statement =
                """
                UNWIND range(1, 3) AS n
                RETURN n, -n / 2.0 AS x, ['=1+1', '-x', '@a'][n - 1] AS formula, ' a "b", c' AS text
                """;
        write("answer.csv", answer("csv", statement).extract().asByteArray());
        write("answer.parquet", answer("parquet", statement).extract().asByteArray());
        write(
                "answer.graphml",
                answer("graphml", "MATCH p = (:Trace {id: '" + mary + "'})-[:HAS_POSITION]->() RETURN p")
                        .extract()
                        .asByteArray());
        write("trace.schema.json", given().get("/trace.schema.json").asByteArray());
    }

    private static void write(String name, byte[] content) throws Exception {
        Files.write(folder.resolve(name), content);
    }

    private static ObjectNode document() throws Exception {
        if (small.length == 0) {
            small = export(Traced.asked(few("Once upon")));
        }
        ObjectNode document = (ObjectNode) JSON.readTree(small);
        document.withObject("/trace").put("id", "another");
        return document;
    }

    private static ObjectNode node(ObjectNode document, int i) {
        return (ObjectNode) document.get("nodes").get(i);
    }

    private static ObjectNode labelled(ObjectNode document, String label) {
        return StreamSupport.stream(document.get("nodes").spliterator(), false)
                .filter(node -> node.get("label").asText().equals(label))
                .map(ObjectNode.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static ObjectNode edge(ObjectNode document, int i) {
        return (ObjectNode) document.get("edges").get(i);
    }

    private static void refused(Consumer<ObjectNode> change, String why) throws Exception {
        refused(change, why, 400);
    }

    private static void refused(Consumer<ObjectNode> change, String why, int status) throws Exception {
        ObjectNode document = document();
        change.accept(document);
        importing(JSON.writeValueAsBytes(document), "")
                .statusCode(status)
                .contentType("application/problem+json")
                .body("detail", containsString(why));
    }

    private static void refused(String document, String why) {
        importing(document.getBytes(StandardCharsets.UTF_8), "")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString(why));
    }

    private static void put(String path, Map<String, String> body) {
        given().contentType("application/json").body(body).put(path).then().statusCode(200);
    }

    private static byte[] export(String trace) {
        return given().get("/api/traces/" + trace + "/export")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .extract()
                .asByteArray();
    }

    private static ValidatableResponse importing(byte[] document, String query) {
        return given().contentType("application/json")
                .body(document)
                .post("/api/import" + query)
                .then();
    }

    private static ValidatableResponse answer(String format, String statement) {
        return given().contentType("application/json")
                .body(Map.of("statement", statement))
                .post("/api/cypher/export?format=" + format)
                .then();
    }

    private static long count(String statement) {
        return given().contentType("application/json")
                .body(Map.of("statement", statement))
                .post("/api/cypher")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("rows[0][0]");
    }
}
