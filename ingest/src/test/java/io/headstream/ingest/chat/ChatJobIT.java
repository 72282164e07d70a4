package io.headstream.ingest.chat;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.headstream.ingest.Asked;
import io.headstream.ingest.Neo4jServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;

/** A chat is traced as its model reads it, on the sample model with a template of its own and a real Neo4j. */
@QuarkusTest
@QuarkusTestResource(Neo4jServer.class)
class ChatJobIT {
    private static final List<Map<String, String>> CHAT = List.of(
            Map.of("role", "user", "content", "Who went to the store?"),
            Map.of("role", "assistant", "content", "Mary"),
            Map.of("role", "user", "content", "And who else?"));

    @Inject
    Driver driver;

    @Test
    void a_chat_becomes_the_text_that_its_model_reads(@TempDir Path folder) throws Exception {
        Path model = copy(folder);
        given().contentType("application/json")
                .body(Map.of("source", model.toString()))
                .post("/api/models")
                .then()
                .statusCode(201);
        String trace = Asked.done(Map.of("messages", CHAT, "model", "chats", "detail", "stream"))
                .getString("traces[0]");
        try (Session session = driver.session()) {
            Record stored = session.run(
                            "MATCH (t:Trace {id: $id}) RETURN t.prompt AS prompt, t.notes AS notes",
                            Map.of("id", trace))
                    .single();
            assertThat(stored.get("prompt").asString())
                    .isEqualTo("User: Who went to the store?\nBot: Mary\nUser: And who else?\nBot:");
            assertThat(stored.get("notes").asList().get(0).toString()).startsWith("a chat of 3 messages");
        }
    }

    @Test
    void what_cannot_be_a_chat_is_refused() {
        Asked.refused(Map.of("messages", CHAT), "has no chat template");
        Asked.refused(
                Map.of("messages", CHAT, "prompt", "x"),
                "give exactly one of prompt, prompts and tokens, or messages; 2 were given");
        Asked.refused(Map.of("messages", CHAT, "bos", "add"), "a chat has what its template writes");
    }

    private static Path copy(Path folder) throws Exception {
        Path copy = Files.createDirectory(folder.resolve("chats"));
        try (Stream<Path> files =
                Files.list(Path.of(System.getProperty("headstream.root"), "models/headstream-sample"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        Files.writeString(
                copy.resolve("config.json"), "\n", StandardOpenOption.APPEND); // another model, by its content
        Files.writeString(
                copy.resolve("chat_template.jinja"),
                """
                {% for m in messages %}{{ 'User: ' if m.role == 'user' else 'Bot: ' }}{{ m.content + '\n' }}{% endfor %}{% if add_generation_prompt %}Bot:{% endif %}
                """);
        return copy;
    }
}
