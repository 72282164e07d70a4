package io.headstream.ingest.document;

import io.headstream.cypher.GraphSchema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The document's parts, and what their rows may hold: schema.txt's vocabulary, less what the place of a row already says. */
final class Sections {
    /** Properties of :Model that a document carries; the others are of the machine it was traced on. */
    static final Set<String> SHAPE = Set.of("layers", "heads", "dMlp", "vocabulary");

    private static final GraphSchema SCHEMA = GraphSchema.load();
    private static final Set<String> NOTHING = Set.of();

    static final Fields MODEL = Fields.of(
            SCHEMA.propertiesOf("Model"),
            Set.of("files", "notes", "indexedLayers", "partial"),
            Set.of("id", "name", "layers", "heads", "dMlp", "vocabulary"));
    static final Fields TRACE = trace();
    static final Fields TOKEN = Fields.of(SCHEMA.propertiesOf("Token"), Set.of("model"), Set.of("id", "text"));
    static final Fields POSITION = Fields.of(SCHEMA.propertiesOf("Position"), Set.of("trace"), Set.of("index", "text"))
            .withNumbers("token");
    static final Fields FIRES = Fields.of(relationship("FIRES"), NOTHING, NOTHING)
            .withTexts("source")
            .withNumbers("neuron");
    static final Fields PREDICTION =
            Fields.of(relationship("PREDICTS"), NOTHING, NOTHING).withNumbers("token");

    private static final Map<String, Fields> NODES = new HashMap<>();
    private static final Map<String, Fields> EDGES = new HashMap<>();
    private static final Map<String, Fields> TOKEN_EDGES = new HashMap<>();

    static {
        for (String label : SCHEMA.activationLabels()) {
            NODES.put(label, node(label));
        }
        for (String type : SCHEMA.typesFromActivationsTo(false)) {
            EDGES.put(type, Fields.of(relationship(type), NOTHING, NOTHING).withTexts("type", "source", "target"));
        }
        for (String type : SCHEMA.typesFromActivationsTo(true)) {
            TOKEN_EDGES.put(
                    type,
                    Fields.of(relationship(type), NOTHING, NOTHING)
                            .withTexts("type", "source")
                            .withNumbers("token"));
        }
    }

    private Sections() {}

    /** The fields of a row whose label or type decides them; fails if it has none, or one that is not known. */
    static Fields of(String section, Map<String, Object> row, String place) {
        return switch (section) {
            case "tokens" -> TOKEN;
            case "positions" -> POSITION;
            case "fires" -> FIRES;
            case "predictions" -> PREDICTION;
            case "nodes" -> chosen(NODES, "label", row, place);
            case "edges" -> chosen(EDGES, "type", row, place);
            default -> chosen(TOKEN_EDGES, "type", row, place);
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

    private static Fields node(String label) {
        Set<String> required =
                switch (label) {
                    case "Residual", "Normalized", "Bias" -> Set.of("node", "name", "layer", "position", "site");
                    case "HeadOutput", "MemoryValue" -> Set.of("node", "name", "layer", "position", "head");
                    case "NeuronActivation" -> Set.of("node", "name", "layer", "position", "index");
                    default -> Set.of("node", "name", "layer", "position");
                };
        return Fields.of(SCHEMA.propertiesOf(label), Set.of("trace"), required).withTexts("label");
    }

    // schema.txt says which properties there are; only what compares a trace with another may be absent
    private static Fields trace() {
        Fields all = Fields.of(SCHEMA.propertiesOf("Trace"), NOTHING, NOTHING);
        Set<String> required = new java.util.HashSet<>(all.types().keySet());
        required.removeAll(List.of("distractor", "profile"));
        return new Fields(all.types(), required);
    }

    private static List<GraphSchema.Property> relationship(String type) {
        return SCHEMA.relationshipsOf(type).get(0).properties();
    }
}
