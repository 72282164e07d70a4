package io.headstream.ingest.document;

import io.headstream.schema.ActivationKind;
import io.headstream.schema.EdgeType;
import io.headstream.schema.GraphSchema;
import io.headstream.schema.TokenEdgeType;
import io.headstream.schema.TraceFormat;
import io.headstream.schema.TraceFormat.Section;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The document's parts, and what their rows may hold: schema.txt's vocabulary, less what the place of a row already says. */
final class Sections {
    private static final GraphSchema SCHEMA = GraphSchema.load();
    private static final Set<String> NOTHING = Set.of();

    private static final Fields MODEL = Fields.of(
            SCHEMA.propertiesOf("Model"), TraceFormat.NOT_OF_THE_MODEL, with(Set.of("id", "name"), TraceFormat.SHAPE));
    private static final Fields TRACE = trace();
    private static final Fields TOKEN = Fields.of(SCHEMA.propertiesOf("Token"), Set.of("model"), Set.of("id", "text"));
    private static final Fields POSITION = Fields.of(
                    SCHEMA.propertiesOf("Position"), Set.of("trace"), Set.of("index", "text"))
            .withNumbers("token");
    private static final Fields FIRES = Fields.of(relationship("FIRES"), NOTHING, NOTHING)
            .withTexts("source")
            .withNumbers("neuron");
    private static final Fields PREDICTION =
            Fields.of(relationship("PREDICTS"), NOTHING, NOTHING).withNumbers("token");

    private static final Map<String, Fields> NODES = new HashMap<>();
    private static final Map<String, Fields> EDGES = new HashMap<>();
    private static final Map<String, Fields> TOKEN_EDGES = new HashMap<>();

    static {
        for (ActivationKind kind : ActivationKind.values()) {
            NODES.put(kind.label(), node(kind));
        }
        for (EdgeType type : EdgeType.values()) {
            EDGES.put(
                    type.name(),
                    Fields.of(relationship(type.name()), NOTHING, NOTHING).withTexts("type", "source", "target"));
        }
        for (TokenEdgeType type : TokenEdgeType.values()) {
            TOKEN_EDGES.put(
                    type.name(),
                    Fields.of(relationship(type.name()), NOTHING, NOTHING)
                            .withTexts("type", "source")
                            .withNumbers("token"));
        }
    }

    private Sections() {}

    /** The fields of a row; fails if its label or type decides them, and it has none, or one that is not known. */
    static Fields of(Section section, Map<String, Object> row, String place) {
        return switch (section) {
            case MODEL -> MODEL;
            case TRACE -> TRACE;
            case TOKENS -> TOKEN;
            case POSITIONS -> POSITION;
            case NODES -> chosen(NODES, "label", row, place);
            case EDGES -> chosen(EDGES, "type", row, place);
            case TOKEN_EDGES -> chosen(TOKEN_EDGES, "type", row, place);
            case FIRES -> FIRES;
            case PREDICTIONS -> PREDICTION;
        };
    }

    /** Whether a relationship of the type may go from a node of one label to a node of the other. */
    static boolean joins(String type, String from, String to) {
        return SCHEMA.relationshipsOf(type).stream()
                .anyMatch(r -> r.starts().contains(from) && r.ends().contains(to));
    }

    private static Fields chosen(Map<String, Fields> fields, String key, Map<String, Object> row, String place) {
        Object name = row.get(key);
        Fields found = name == null ? null : fields.get(String.valueOf(name));
        if (found == null) {
            throw DocumentException.at(
                    place,
                    (name == null ? "has no " + key : "has " + key + " \"" + name + "\"") + "; it must be one of "
                            + String.join(
                                    ", ", fields.keySet().stream().sorted().toList()));
        }
        return found;
    }

    private static Fields node(ActivationKind kind) {
        return Fields.of(
                        SCHEMA.propertiesOf(kind.label()),
                        Set.of("trace"),
                        with(
                                Set.of("node", "name", "layer", "position"),
                                kind.told().property().stream().toList()))
                .withTexts("label");
    }

    private static Set<String> with(Set<String> names, Collection<String> more) {
        Set<String> all = new HashSet<>(names);
        all.addAll(more);
        return Set.copyOf(all);
    }

    // schema.txt says which properties there are; only what compares a trace with another may be absent
    private static Fields trace() {
        Fields all = Fields.of(SCHEMA.propertiesOf("Trace"), NOTHING, NOTHING);
        Set<String> required = new HashSet<>(all.types().keySet());
        required.removeAll(List.of("distractor", "profile"));
        return new Fields(all.types(), required);
    }

    private static List<GraphSchema.Property> relationship(String type) {
        return SCHEMA.relationshipsOf(type).get(0).properties();
    }
}
