package io.headstream.api.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.headstream.api.export.Circuit.Kind;
import io.headstream.api.export.Circuit.Link;
import io.headstream.api.export.Circuit.Node;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A circuit in the form that circuit-tracer writes and its page and Neuronpedia read: metadata, qParams, nodes, links. */
final class CircuitJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final double NODE_THRESHOLD = 0.8; // circuit-tracer's own default for what its page shows at first

    private final JsonGenerator json;

    private CircuitJson(JsonGenerator json) {
        this.json = json;
    }

    static void write(Circuit circuit, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            new CircuitJson(json).document(circuit);
        }
    }

    private void document(Circuit circuit) throws IOException {
        json.writeStartObject();
        metadata(circuit);
        json.writeObjectFieldStart("qParams");
        json.writeArrayFieldStart("pinnedIds");
        json.writeEndArray();
        json.writeArrayFieldStart("supernodes");
        json.writeEndArray();
        json.writeStringField("linkType", "both");
        json.writeStringField("clickedId", "");
        json.writeStringField("sg_pos", "");
        json.writeEndObject();
        Map<String, Double> influence = circuit.cumulativeInfluence();
        json.writeArrayFieldStart("nodes");
        for (Node node : circuit.nodes()) {
            node(node, influence);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("links");
        for (Link link : circuit.links()) {
            json.writeStartObject();
            json.writeStringField("source", link.source());
            json.writeStringField("target", link.target());
            json.writeNumberField("weight", link.weight());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void metadata(Circuit circuit) throws IOException {
        json.writeObjectFieldStart("metadata");
        json.writeStringField("slug", circuit.slug());
        json.writeStringField("scan", circuit.scan());
        json.writeArrayFieldStart("transcoder_list");
        json.writeEndArray();
        json.writeArrayFieldStart("prompt_tokens");
        for (String token : circuit.promptTokens()) {
            json.writeString(token);
        }
        json.writeEndArray();
        json.writeStringField("prompt", circuit.prompt());
        json.writeNumberField("node_threshold", NODE_THRESHOLD);
        json.writeObjectFieldStart("info");
        json.writeStringField("description", circuit.description());
        json.writeObjectFieldStart("generator");
        json.writeStringField("name", "Headstream");
        json.writeStringField("version", "0.1.0");
        json.writeEndObject();
        json.writeNumberField("create_time_ms", circuit.createdAt());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void node(Node node, Map<String, Double> influence) throws IOException {
        boolean logit = node.kind() == Kind.LOGIT;
        json.writeStartObject();
        json.writeStringField("node_id", node.id());
        json.writeNumberField("feature", node.feature());
        json.writeStringField("layer", node.layer());
        json.writeNumberField("ctx_idx", node.position());
        json.writeStringField("feature_type", node.kind().label());
        json.writeNumberField("token_prob", node.probability());
        json.writeBooleanField("is_target_logit", logit);
        json.writeNumberField("run_idx", 0);
        json.writeNumberField("reverse_ctx_idx", 0);
        json.writeStringField("jsNodeId", node.id());
        json.writeStringField("clerp", node.clerp());
        optional("influence", logit ? null : influence.getOrDefault(node.id(), 1.0));
        optional("activation", node.activation());
        json.writeStringField("headstream", node.component());
        json.writeEndObject();
    }

    private void optional(String name, @Nullable Double value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, value);
        }
    }
}
