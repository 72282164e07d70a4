package io.headstream.ingest.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.headstream.schema.TraceFormat.Section;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The schema that is published (docs/trace.schema.json), taken apart so that a document is held against it row by row as it is read: the whole of
 * a large one would be twice in memory.
 */
final class PublishedSchema {
    private static final String FILE = "trace.schema.json";

    private final Map<Section, Rows> rows = new EnumMap<>(Section.class);

    /** What the rows of a member may be: one thing, or one of several that a field says. */
    private record Rows(String key, Map<String, RowSchema> kinds) {}

    private PublishedSchema() {
        JsonNode members = read().path("properties");
        for (Section section : Section.values()) {
            JsonNode member = members.path(section.member());
            rows.put(section, rows(section.list() ? member.path("items") : member));
        }
    }

    /** This version's. */
    static PublishedSchema newest() {
        return Loaded.SCHEMA;
    }

    // nobody waits for it who imports nothing
    private static final class Loaded {
        static final PublishedSchema SCHEMA = new PublishedSchema();
    }

    /** What a row must be; fails if its label or type decides that, and it has none, or one that is not known. */
    RowSchema of(Section section, Map<String, Object> row, String place) {
        Rows may = Objects.requireNonNull(rows.get(section));
        Object kind = may.key().isEmpty() ? "" : row.get(may.key());
        return Optional.ofNullable(kind)
                .map(name -> may.kinds().get(String.valueOf(name)))
                .orElseThrow(() -> DocumentException.at(
                        place,
                        (kind == null ? "has no " + may.key() : "has " + may.key() + " \"" + kind + "\"")
                                + "; it must be one of "
                                + String.join(", ", may.kinds().keySet())));
    }

    private static Rows rows(JsonNode schema) {
        Map<String, RowSchema> kinds = new TreeMap<>();
        String key = "";
        for (JsonNode kind : schema.path("oneOf")) {
            Map.Entry<String, JsonNode> told = kind.path("properties").properties().stream()
                    .filter(property -> property.getValue().has("const"))
                    .findFirst()
                    .orElseThrow();
            key = told.getKey();
            kinds.put(told.getValue().path("const").asText(), row(kind));
        }
        return kinds.isEmpty() ? new Rows("", Map.of("", row(schema))) : new Rows(key, kinds);
    }

    private static RowSchema row(JsonNode schema) {
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                .pathType(PathType.JSON_POINTER)
                .formatAssertionsEnabled(true)
                .build();
        return new RowSchema(
                JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema, config),
                schema.path("properties"));
    }

    private static JsonNode read() {
        try (InputStream in = Objects.requireNonNull(PublishedSchema.class.getResourceAsStream(FILE), FILE)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }
}
