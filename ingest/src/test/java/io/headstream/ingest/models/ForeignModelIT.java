package io.headstream.ingest.models;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headstream.ingest.Asked;
import io.headstream.ingest.HubServerResource;
import io.headstream.ingest.Neo4jServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;

/** Models and prompts as strangers bring them: said before they are traced, or noted on the trace. */
@QuarkusTest
@QuarkusTestResource(Neo4jServer.class)
@QuarkusTestResource(HubServerResource.class)
class ForeignModelIT {
    private static final Path TRACER = Path.of(System.getProperty("headstream.root"), "tracer/src/test/resources");
    private static final String BOS = "<|endoftext|>";

    @Inject
    Driver driver;

    @TempDir
    Path folder;

    @Test
    void a_folder_that_is_no_model_is_named_as_what_it_is_and_nothing_is_said_of_the_hub() throws IOException {
        Path adapter = Files.createDirectory(folder.resolve("lora"));
        Files.writeString(
                adapter.resolve("adapter_config.json"),
                "{\"peft_type\": \"LORA\", \"base_model_name_or_path\": \"org/base\"}");
        added(adapter)
                .body(
                        "detail",
                        containsString("is an adapter (LORA) of 'org/base'"),
                        "detail",
                        not(containsString("hub")));
        added(Files.createDirectory(folder.resolve("empty")))
                .body("detail", containsString("is not a model folder"), "detail", not(containsString("hub")));
        added(folder.resolve("none"))
                .body("detail", containsString("is not a model folder of the server's, nor is it an id on the hub"));
    }

    @Test
    void a_quantized_model_says_so_in_the_list_and_not_at_the_trace() throws IOException {
        Path model = golden("quantized", "llama");
        Files.delete(model.resolve("model.safetensors"));
        String config = Files.readString(model.resolve("config.json"));
        Files.writeString(
                model.resolve("config.json"),
                config.replace(
                        "\"model_type\"",
                        "\"quantization_config\": {\"quant_method\": \"gptq\", \"bits\": 4}, \"model_type\""));
        String why = "is of a model quantized by GPTQ in 4 bits";
        added(model).body("detail", containsString(why));
        given().get("/api/models/quantized").then().statusCode(200).body("problem", containsString(why));
        Asked.refused(Map.of("tokens", List.of(1), "model", "quantized"), why);
        Files.writeString(model.resolve("config.json"), config);
        given().get("/api/models/quantized")
                .then()
                .statusCode(200)
                .body("problem", containsString("has neither model.safetensors nor"));
    }

    @Test
    void vocab_json_and_merges_txt_are_a_tokenizer_and_a_token_beyond_the_embedding_is_named() throws IOException {
        Path model = golden("old-tokenizer", "gpt2");
        JsonNode bpe = new ObjectMapper()
                .readTree(TRACER.resolve("tokenizers/byte-level/tokenizer.json").toFile())
                .path("model");
        StringBuilder merges = new StringBuilder("#version: 0.2\n");
        bpe.path("merges")
                .forEach(pair ->
                        merges.append(pair.get(0).asText() + " " + pair.get(1).asText() + "\n"));
        Files.writeString(model.resolve("vocab.json"), bpe.path("vocab").toString());
        Files.writeString(model.resolve("merges.txt"), merges);
        given().contentType("application/json")
                .body(Map.of("source", model.toString()))
                .post("/api/models")
                .then()
                .statusCode(201)
                .body("tokenizer", equalTo(true), "addedAt", notNullValue());
        assertThat(Asked.done(Map.of("prompt", "XYZ", "model", "old-tokenizer")).getList("notes"))
                .isEmpty();
        Asked.refused(
                Map.of("prompt", "When", "model", "old-tokenizer"),
                "the prompt's token 0, \"When\" (id 321), has no row in the model's embedding, whose ids go from 0 to 100");
    }

    @Test
    void a_bos_is_not_added_twice_and_what_was_done_stays_on_the_trace() {
        JsonPath once = Asked.done(Map.of("prompt", BOS + "When Mary"));
        Record row = row("MATCH (t:Trace {id: $id}) RETURN t.positions AS positions, t.notes AS notes", once);
        assertThat(row.get("positions").asInt()).isEqualTo(3);
        assertThat(row.get("notes").asList()).isEqualTo(once.getList("notes"));
        assertThat(once.getString("notes[0]"))
                .contains("begins with \"" + BOS + "\"", "not added again (bos add does)");
        JsonPath twice = Asked.done(Map.of("prompt", BOS + "When Mary", "bos", "add"));
        assertThat(row("MATCH (t:Trace {id: $id}) RETURN t.positions AS positions", twice)
                        .get("positions")
                        .asInt())
                .isEqualTo(4);
        JsonPath without = Asked.done(Map.of("prompts", List.of("When Mary", "The city"), "bos", "none"));
        assertThat(without.getList("notes")).containsExactly("no special tokens were added to the prompt (bos none)");
        assertThat(row("MATCH (t:Trace {id: $id}) RETURN t.positions AS positions, t.notes AS notes", without)
                        .get("positions")
                        .asInt())
                .isEqualTo(2);
        assertThat(Asked.done(Map.of("prompt", "When Mary")).getList("notes")).isEmpty();
        Asked.refused(Map.of("prompt", "x", "bos", "yes"), "it is one of auto, add, none");
        Asked.refused(Map.of("tokens", List.of(1), "bos", "add"), "bos is of prompts that are text");
    }

    private Path golden(String name, String family) throws IOException {
        Path model = Files.createDirectory(folder.resolve(name));
        for (String file : List.of("config.json", "model.safetensors")) {
            Files.copy(TRACER.resolve("golden").resolve(family).resolve(file), model.resolve(file));
        }
        return model;
    }

    private static io.restassured.response.ValidatableResponse added(Path source) {
        return given().contentType("application/json")
                .body(Map.of("source", source.toString()))
                .post("/api/models")
                .then()
                .statusCode(400);
    }

    private Record row(String cypher, JsonPath job) {
        try (Session session = driver.session()) {
            return session.run(cypher, Map.of("id", job.getString("traces[0]"))).single();
        }
    }
}
