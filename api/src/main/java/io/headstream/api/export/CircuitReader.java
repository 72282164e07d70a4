package io.headstream.api.export;

import io.headstream.api.export.Circuit.Kind;
import io.headstream.api.export.Circuit.Link;
import io.headstream.api.export.Circuit.Node;
import io.headstream.api.graph.Figures;
import io.headstream.api.graph.Problems;
import io.headstream.schema.ActivationId;
import io.headstream.schema.EdgeType;
import io.headstream.schema.Site;
import io.headstream.schema.TokenEdgeType;
import io.headstream.schema.TraceDetail;
import jakarta.ws.rs.core.Response.Status;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * Makes a circuit of a trace's effects. AFFECTS and ATTENDED_BY become links as they are. An MLP with stored neurons becomes its input, its neurons
 * and its output, so that what goes in is shared out among the neurons and gathered again; docs/exports.md has the whole mapping.
 */
final class CircuitReader {
    private static final int MOST_PARTS = 32; // neurons of an MLP, keys of a head; the others are its rest

    private static final int MOST_POSITIONS =
            1024; // of prompts with effects between components, as tracer's EdgeEffects has it

    private static final double ROUNDING = 1e-4; // effects are computed in float32

    private final TraceReading reading;
    private final Map<String, Object> trace;
    private final CircuitNodes nodes;
    private final List<Link> links = new ArrayList<>();
    private final Map<String, Map<String, Object>> activations = new HashMap<>();
    private final Set<String> used = new HashSet<>();
    private final Map<String, List<Part>> parts = new HashMap<>();
    private final List<Record> affects = new ArrayList<>();

    /** A neuron of an MLP or a key of a head, with its effect. */
    private record Part(String node, double effect) {}

    private CircuitReader(TraceReading reading) {
        this.reading = reading;
        this.trace = reading.header().get("trace").asMap();
        this.nodes = new CircuitNodes(reading.header());
    }

    /** Fails with status 409 if the trace has no effects between components. */
    static Circuit read(TraceReading reading) {
        return new CircuitReader(reading).circuit().pruned();
    }

    private Circuit circuit() {
        reading.each("export/edges", EdgeType.AFFECTS.name(), affects::add);
        if (affects.isEmpty()) {
            throw Problems.of(
                    Status.CONFLICT,
                    "trace '" + trace.get("id") + "' has no effects between components, which a circuit is made of: "
                            + whyNoEffects());
        }
        affects.forEach(edge -> {
            used.add(edge.get("source").asString());
            used.add(edge.get("target").asString());
        });
        attention();
        activations();
        tokens();
        affects.forEach(this::link);
        used.stream().sorted().forEach(this::whole);
        List<String> tokens =
                positions().stream().map(p -> p.get("text").asString()).toList();
        return new Circuit(
                FileName.slug(String.valueOf(trace.get("prompt"))) + "-"
                        + FileName.slug(String.valueOf(trace.get("id"))),
                scan(),
                tokens,
                String.valueOf(trace.get("prompt")),
                description(),
                OffsetDateTime.parse(String.valueOf(trace.get("createdAt")))
                        .toInstant()
                        .toEpochMilli(),
                nodes.all(),
                links);
    }

    private String whyNoEffects() {
        if (TraceDetail.STREAM.label().equals(trace.get("detail"))) {
            return "it was traced with detail stream, which keeps no heads; trace its prompt anew with detail neurons";
        }
        if ("none".equals(trace.get("effects"))) {
            return "it was traced with effects none; trace its prompt anew with effects logit";
        }
        int positions = Figures.required(trace, "positions");
        return positions > MOST_POSITIONS
                ? "its prompt has " + positions + " tokens, and those of more than " + MOST_POSITIONS
                        + " have none; trace a shorter one"
                : "none of its metric's gradient reaches any; trace its prompt anew";
    }

    private void attention() {
        reading.each("export/edges", EdgeType.ATTENDED_BY.name(), edge -> {
            String head = edge.get("target").asString();
            if (used.contains(head)) {
                part(
                        head,
                        edge.get("source").asString(),
                        edge.get("properties").get("effect").asDouble(0));
            }
        });
    }

    private void activations() {
        reading.each("export/activations", r -> {
            String node = r.get("node").asString();
            Map<String, Object> properties = r.get("properties").asMap();
            Optional<String> mlp = mlpOf(node).filter(used::contains);
            mlp.ifPresent(output -> part(output, node, number(properties, "effect")));
            if (mlp.isPresent() || used.contains(node) || is(node, Site.MEMORY)) {
                activations.put(node, properties);
            }
        });
    }

    private static Optional<String> mlpOf(String neuron) {
        return ActivationId.parse(neuron)
                .filter(id -> id.site() == Site.NEURON)
                .map(id -> ActivationId.mlp(id.layer(), id.position()).toString());
    }

    private static boolean is(String node, Site site) {
        return ActivationId.parse(node).filter(id -> id.site() == site).isPresent();
    }

    private void part(String whole, String node, double effect) {
        parts.computeIfAbsent(whole, key -> new ArrayList<>()).add(new Part(node, effect));
    }

    private void tokens() {
        Map<Integer, String> texts = new HashMap<>();
        reading.each(
                "export/tokens",
                r -> texts.put(
                        r.get("properties").get("id").asInt(),
                        r.get("properties").get("text").asString("")));
        reading.each("export/token-edges", TokenEdgeType.WRITES.name(), r -> {
            if (r.get("properties").get("rank").asInt(0) == 1) {
                nodes.writes(
                        r.get("source").asString(),
                        texts.getOrDefault(r.get("token").asInt(), ""));
            }
        });
    }

    private void link(Record edge) {
        String target = edge.get("target").asString();
        add(
                nodes.output(edge.get("source").asString(), activations),
                is(target, Site.POST)
                        ? nodes.logit(target)
                        : is(target, Site.MLP) && parts.containsKey(target)
                                ? nodes.mlpInput(target)
                                : nodes.output(target, activations),
                edge.get("properties").get("effect").asDouble(0));
    }

    private void whole(String node) {
        List<Part> all = parts.getOrDefault(node, List.of());
        if (all.isEmpty()) {
            return;
        }
        boolean mlp = is(node, Site.MLP);
        Node output = nodes.output(node, activations);
        List<Part> kept = all.stream()
                .sorted(Comparator.comparingDouble(part -> -Math.abs(part.effect())))
                .limit(MOST_PARTS)
                .toList();
        double rest = number(activations.getOrDefault(node, Map.of()), "effect");
        for (Part part : kept) {
            rest -= part.effect();
            Node source = nodes.output(part.node(), activations);
            if (mlp) {
                add(nodes.mlpInput(node), source, part.effect());
            }
            add(source, output, part.effect());
        }
        if (Math.abs(rest)
                <= ROUNDING
                        * all.stream()
                                .mapToDouble(part -> Math.abs(part.effect()))
                                .sum()) {
            return;
        }
        if (mlp) {
            add(nodes.mlpInput(node), nodes.rest(node, Kind.MLP_REST), rest);
        }
        add(nodes.rest(node, mlp ? Kind.MLP_REST : Kind.ATTENTION_REST), output, rest);
    }

    private void add(Node source, Node target, double weight) {
        links.add(new Link(source.id(), target.id(), weight));
    }

    private List<Value> positions() {
        return StreamSupport.stream(reading.header().get("positions").values().spliterator(), false)
                .toList();
    }

    private String scan() {
        return String.valueOf(trace.get("modelName")).replaceAll("[^a-zA-Z0-9_.-]", "_");
    }

    private String description() {
        String metric = trace.get("distractor") == null
                ? "the logit of \"" + trace.get("target") + "\""
                : "the logit of \"" + trace.get("target") + "\" minus that of \"" + trace.get("distractor") + "\"";
        if (trace.get("targetTokens") != null && trace.get("distractor") == null) {
            metric = "the log probability of \"" + trace.get("target") + "\"";
        }
        if ("probability".equals(trace.get("effects"))) {
            metric = "the probability of \"" + trace.get("target") + "\"";
        }
        return String.format(
                Locale.ROOT,
                "Headstream trace %s. Features are heads, values they attend to, MLPs and neurons; a link's weight is activation times gradient"
                        + " of %s along it. The strongest links into the components that matter most, %.0f%% of all effects into those.",
                trace.get("id"),
                metric,
                100 * number(trace, "edgeCoverage"));
    }

    private static double number(Map<String, Object> properties, String key) {
        Double number = Figures.number(properties, key);
        return number == null ? 0 : number;
    }
}
