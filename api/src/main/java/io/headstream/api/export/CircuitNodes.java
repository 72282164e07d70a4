package io.headstream.api.export;

import io.headstream.api.export.Circuit.Kind;
import io.headstream.api.export.Circuit.Node;
import io.headstream.api.graph.Figures;
import io.headstream.schema.ActivationId;
import io.headstream.schema.ComponentName;
import io.headstream.schema.Figure;
import io.headstream.schema.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * A circuit's nodes, each made once. Features of a layer are counted: heads, then the values that heads attend to, the MLP's input, its
 * output, its neurons; their number over all layers is circuit-tracer's. Rests have no feature and count below 0.
 */
final class CircuitNodes {
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, String> written = new HashMap<>();
    private final Map<Integer, Node> embeddings = new HashMap<>();
    private final int heads;
    private final Map<Integer, Node> logits =
            new LinkedHashMap<>(); // by position, of an answer of several tokens one each

    CircuitNodes(Record header) {
        Map<String, Object> trace = header.get("trace").asMap();
        this.heads = header.get("model").get("heads").asInt(0);
        for (Value position : header.get("positions").values()) {
            embedding(position);
        }
        int layer = Figures.required(trace, "layers") + 1;
        for (Answer each : Answer.of(header)) {
            logits.put(
                    each.position(),
                    keep(new Node(
                            layer + "_" + each.token() + "_" + each.position(),
                            Kind.LOGIT,
                            "" + layer,
                            each.token(),
                            each.position(),
                            String.format(Locale.ROOT, "Output \"%s\" (p=%.3f)", each.text(), each.probability()),
                            "logit",
                            null,
                            each.probability())));
        }
    }

    /** A token that is explained, at the position that predicts it. */
    private record Answer(int position, int token, String text, double probability) {
        static List<Answer> of(Record header) {
            Value trace = header.get("trace");
            int first = Figures.required(trace.asMap(), "targetPosition");
            String whole = trace.get("target").asString("");
            if (trace.get("targetTokens").isNull()) {
                int token = Figures.required(trace.asMap(), "targetToken");
                return List.of(new Answer(
                        first, token, whole, trace.get("targetProbability").asDouble(0)));
            }
            Map<Integer, String> prompt = new HashMap<>();
            header.get("positions")
                    .values()
                    .forEach(p ->
                            prompt.put(p.get("index").asInt(), p.get("text").asString("")));
            List<Answer> all = new ArrayList<>();
            String rest = whole; // the last token stands behind the prompt, and is what is left of the answer
            int tokens = trace.get("targetTokens").size();
            for (int i = 0; i < tokens; i++) {
                String text = i + 1 < tokens ? prompt.getOrDefault(first + i + 1, "") : rest;
                rest = rest.startsWith(text) ? rest.substring(text.length()) : rest;
                all.add(new Answer(
                        first + i,
                        trace.get("targetTokens").get(i).asInt(),
                        text,
                        Math.exp(trace.get("targetLogProbabilities").get(i).asDouble())));
            }
            return all;
        }
    }

    List<Node> all() {
        return List.copyOf(nodes.values());
    }

    /** What is predicted behind the last residual state of that id. */
    Node logit(String node) {
        return Objects.requireNonNull(logits.get(place(node).position()));
    }

    /** Notes the first token that an activation writes. */
    void writes(String node, String token) {
        written.put(node, token);
    }

    /** An activation as a feature, or as the embedding that it is. */
    Node output(String node, Map<String, Map<String, Object>> activations) {
        ActivationId place = place(node);
        Node embedding = embeddings.get(place.position());
        if (place.site() == Site.EMBED && embedding != null) {
            return embedding;
        }
        Map<String, Object> properties = activations.getOrDefault(node, Map.of());
        Figure figure = place.site() == Site.NEURON ? Figure.ACTIVATION : Figure.NORM;
        String token = written.get(node);
        return feature(
                place,
                index(place),
                name(place, properties) + (token == null ? "" : " → \"" + token + "\""),
                node,
                Figures.number(properties, figure.property()));
    }

    /** What an MLP reads. */
    Node mlpInput(String node) {
        ActivationId place = place(node);
        return feature(place, 2 * heads, place.inBlock() + " input", node + ".in", null);
    }

    /** What a whole's parts leave out: the whole is a head's output or an MLP's. */
    Node rest(String node, Kind kind) {
        ActivationId place = place(node);
        long feature = kind == Kind.MLP_REST ? -1 : -2 - overLayers(place.layer(), place.number());
        return keep(new Node(
                place.layer() + "_rest" + (kind == Kind.MLP_REST ? "" : place.part()) + "_" + place.position(),
                kind,
                "" + place.layer(),
                feature,
                place.position(),
                "rest of " + place.component().map(ComponentName::toString).orElse(place.inBlock()),
                node + ".rest",
                null,
                0));
    }

    private void embedding(Value position) {
        int p = position.get("index").asInt();
        int token = position.get("token").asInt();
        embeddings.put(
                p,
                keep(new Node(
                        "E_" + token + "_" + p,
                        Kind.EMBEDDING,
                        "E",
                        p,
                        p,
                        "Emb: \"" + position.get("text").asString("") + "\"",
                        ActivationId.embed(p).toString(),
                        null,
                        0)));
    }

    private Node feature(ActivationId place, int index, String clerp, String component, @Nullable Double activation) {
        return keep(new Node(
                place.layer() + "_" + index + "_" + place.position(),
                Kind.FEATURE,
                "" + place.layer(),
                overLayers(place.layer(), index),
                place.position(),
                clerp,
                component,
                activation,
                0));
    }

    // Cantor's pairing, as in circuit-tracer, whose page finds a feature's label by this number alone
    private static long overLayers(int layer, int index) {
        long sum = (long) layer + index;
        return sum * (sum + 1) / 2 + index;
    }

    private Node keep(Node node) {
        nodes.putIfAbsent(node.id(), node);
        return nodes.getOrDefault(node.id(), node);
    }

    private int index(ActivationId place) {
        return switch (place.site()) {
            case HEAD -> place.number();
            case MEMORY -> heads + place.number();
            case NEURON -> 2 * heads + 2 + place.number();
            default -> 2 * heads + 1;
        };
    }

    private static String name(ActivationId place, Map<String, Object> properties) {
        return place.site() == Site.MLP
                ? place.inBlock()
                : String.valueOf(properties.getOrDefault("name", place.part()));
    }

    private static ActivationId place(String node) {
        return ActivationId.parse(node)
                .orElseThrow(() -> new IllegalStateException("'" + node + "' is no activation's id"));
    }
}
