package io.headstream.ingest.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headstream.schema.TraceFormat.Section;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What import says of documents that depart from the published schema; what it says over HTTP, ExportIT of api has. */
class DocumentReaderTest {
    private static final Path EXAMPLE = Path.of("../models/headstream-sample/example-trace.json.gz");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static byte[] example = {};

    @BeforeAll
    static void the_example_that_ships() throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(EXAMPLE))) {
            example = in.readAllBytes();
        }
    }

    @Test
    void a_sound_document_has_each_value_of_its_declared_type() throws IOException {
        TraceDocument document = read(trace -> trace.withObject("/trace").put("constant", 1));
        assertThat(document.trace().get("constant")).isEqualTo(1.0);
        assertThat(document.trace().get("positions")).isInstanceOf(Long.class);
        assertThat(document.nodes()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void a_document_of_an_older_version_lacks_what_came_later(int version) throws IOException {
        TraceDocument document = read(d -> {
            ObjectNode trace = d.put("version", version).withObject("/trace");
            if (version == 1) {
                int patterns = d.path("headPatterns").size();
                int whole = patterns + d.path("hookPoints").size();
                trace.put("nodes", trace.path("nodes").asInt() - whole);
                trace.put("relationships", trace.path("relationships").asInt() - patterns);
                trace.remove("edgeCoverage");
            }
            Stream.of(Section.values())
                    .filter(section -> section.since() > version)
                    .forEach(section -> d.remove(section.member()));
        });
        assertThat(document.labels()).isEmpty();
        assertThat(document.views()).isEmpty();
        assertThat(document.headPatterns().isEmpty()).isEqualTo(version == 1);
        assertThat(document.trace()).containsKey("edgeCoverage");
    }

    @Test
    void what_people_said_is_of_the_model_and_no_longer_than_it_may_be() throws IOException {
        assertThat(read(d -> labels(d, "L4H5", "copies names")).labels()).hasSize(1);
        refused(d -> labels(d, "L6H0", "x"), "/labels/0/component is \"L6H0\", no head, neuron or MLP of the model");
        refused(d -> labels(d, "L0N1024", "x"), "/labels/0/component is \"L0N1024\"");
        refused(d -> labels(d, "L0.mlp", " "), "/labels/0/label is empty");
        refused(d -> labels(d, "L0.mlp", "x".repeat(81)), "/labels/0/label is longer than 80 characters");
        refused(
                d -> {
                    labels(d, "L0.mlp", "x");
                    labels(d, "L0.mlp", "y");
                },
                "/labels/1 is there twice: L0.mlp");
        refused(d -> views(d, "", "a"), "/views/0/name must have 1 to 80 characters");
        refused(d -> views(d, "x", "a b"), "/views/0/address has characters");
        refused(d -> views(d, "x", "a".repeat(8001)), "/views/0/address is longer than 8000");
    }

    private static void labels(ObjectNode document, String component, String label) {
        ((ArrayNode) document.get("labels"))
                .addObject()
                .put("component", component)
                .put("label", label)
                .put("updatedAt", "2026-11-27T08:00:00Z");
    }

    private static void views(ObjectNode document, String name, String address) {
        ((ArrayNode) document.get("views"))
                .addObject()
                .put("name", name)
                .put("address", address)
                .put("updatedAt", "2026-11-27T08:00:00Z");
    }

    @Test
    void what_departs_from_the_schema_is_named_by_its_place() {
        refused(d -> d.withObject("/trace").put("promt", "x"), "/trace/promt is no field of version 4; meant prompt?");
        refused(
                d -> d.withObject("/trace").put("zzzzzzzzzz", "x"),
                "/trace/zzzzzzzzzz is no field of version 4; leave it out");
        refused(d -> d.withObject("/trace").remove("prompt"), "/trace has no prompt");
        refused(d -> d.withObject("/trace").put("prompt", 5), "/trace/prompt is 5, not a text");
        refused(d -> d.withObject("/trace").put("layers", 6.0), "/trace/layers is 6.0, not a whole number");
        refused(d -> d.withObject("/trace").put("tags", "x"), "/trace/tags is \"x\", not a list of texts");
        refused(d -> d.withObject("/trace").putArray("tags").add("a").add(5), "/trace/tags/1 is 5, not a text");
        refused(d -> d.withObject("/trace").putArray("profile").add("a"), "/trace/profile/0 is \"a\", not a number");
        refused(d -> row(d, "nodes").put("share", true), "/nodes/3/share is true, not a number");
        refused(
                d -> row(d, "nodes").put("label", 5),
                "/nodes/3 has label \"5\"; it must be one of AttentionOutput, Bias,");
        refused(d -> row(d, "edges").remove("type"), "/edges/3 has no type; it must be one of ADDS_TO,");
        refused(
                d -> d.withObject("/trace").put("createdAt", "2026-11-24"),
                "/trace/createdAt is \"2026-11-24\", not a date and time such as 2026-11-24T08:00:00Z");
        refused(
                d -> d.withObject("/trace").put("createdAt", "2026-11-24 08:00:00Z"),
                "/trace/createdAt is \"2026-11-24 08:00:00Z\", not a date");
    }

    @Test
    void every_member_has_its_part_of_the_schema() {
        for (Section section : Section.values()) {
            Map<String, Object> row = Map.of("label", "Bias", "type", "READ_BY");
            if (section == Section.TOKEN_EDGES) {
                row = Map.of("type", "WRITES");
            }
            assertThat(PublishedSchema.newest().of(section, row, "")).isNotNull();
        }
    }

    private static ObjectNode row(ObjectNode document, String member) {
        return (ObjectNode) document.get(member).get(3);
    }

    private static void refused(Consumer<ObjectNode> change, String why) {
        assertThatThrownBy(() -> read(change))
                .isInstanceOf(DocumentException.class)
                .hasMessageStartingWith(why);
    }

    private static TraceDocument read(Consumer<ObjectNode> change) throws IOException {
        ObjectNode document = (ObjectNode) JSON.readTree(example);
        change.accept(document);
        return DocumentReader.read(new ByteArrayInputStream(JSON.writeValueAsBytes(document)));
    }
}
