package io.headstream.api.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A trace as an attribution graph: what the tokens' embeddings, heads and MLPs do to each other and to the logit. Small enough to be in memory, as
 * influence is a figure of the whole.
 *
 * @param scan the model's name, of letters that Neuronpedia takes
 */
record Circuit(
        String slug,
        String scan,
        List<String> promptTokens,
        String prompt,
        String description,
        long createdAt,
        List<Node> nodes,
        List<Link> links) {

    /** What a node is, in circuit-tracer's words. */
    enum Kind {
        EMBEDDING("embedding"),
        FEATURE("cross layer transcoder"),
        MLP_REST("mlp reconstruction error"),
        ATTENTION_REST("lorsa error"),
        LOGIT("logit");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /**
     * @param id layer_feature_position
     * @param layer E for an embedding, the number of blocks plus 1 for the logit
     * @param feature a number that no other feature of any layer has; of an embedding its position, of the logit its token
     * @param component what it is in the graph: the node's id within the trace
     */
    record Node(
            String id,
            Kind kind,
            String layer,
            long feature,
            int position,
            String clerp,
            String component,
            @Nullable Double activation,
            double probability) {}

    /** What one node's output does to the metric by way of another's input. */
    record Link(String source, String target, double weight) {}

    /**
     * Cumulative influence by node id, as circuit-tracer has it (Ameisen et al. 2025): absolute weights into each node are made to sum to 1 and followed
     * back from the logit over all paths; nodes are sorted by what reaches them, and each gets the part of the total that it and those before
     * it have. A node that nothing reaches the logit from is not in the map, nor is the logit.
     */
    Map<String, Double> cumulativeInfluence() {
        Map<String, Double> influence = influence();
        List<Map.Entry<String, Double>> sorted = new ArrayList<>(influence.entrySet());
        sorted.sort(Map.Entry.<String, Double>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()));
        double total = sorted.stream().mapToDouble(Map.Entry::getValue).sum();
        Map<String, Double> cumulative = new LinkedHashMap<>();
        double sum = 0;
        for (Map.Entry<String, Double> node : sorted) {
            sum += node.getValue();
            cumulative.put(node.getKey(), Math.min(1, sum / total));
        }
        return cumulative;
    }

    private Map<String, Double> influence() {
        Map<String, List<Link>> inputs = new HashMap<>();
        links.forEach(link ->
                inputs.computeIfAbsent(link.target(), key -> new ArrayList<>()).add(link));
        Map<String, Double> sums = new HashMap<>();
        links.forEach(link -> sums.merge(link.target(), Math.abs(link.weight()), Double::sum));
        Map<String, Double> influence = new HashMap<>();
        Map<String, Double> current = new HashMap<>();
        nodes.stream().filter(n -> n.kind() == Kind.LOGIT).forEach(n -> current.put(n.id(), n.probability()));
        // a pass has no cycles, so this ends after its longest path
        while (!current.isEmpty()) {
            Map<String, Double> before = new HashMap<>(current);
            current.clear();
            before.forEach((node, amount) -> {
                for (Link link : inputs.getOrDefault(node, List.of())) {
                    double part = amount * Math.abs(link.weight()) / sums.getOrDefault(node, 1.0);
                    if (part > 0) {
                        current.merge(link.source(), part, Double::sum);
                    }
                }
            });
            current.forEach((node, amount) -> influence.merge(node, amount, Double::sum));
        }
        return influence;
    }

    /** The same without what does not reach the logit; embeddings stay. */
    Circuit pruned() {
        Collection<String> reached = cumulativeInfluence().keySet();
        List<Node> kept = nodes.stream()
                .filter(n -> n.kind() == Kind.LOGIT || n.kind() == Kind.EMBEDDING || reached.contains(n.id()))
                .toList();
        Set<String> ids = kept.stream().map(Node::id).collect(Collectors.toSet());
        List<Link> links = this.links.stream()
                .filter(link -> ids.contains(link.source()) && ids.contains(link.target()))
                .toList();
        return new Circuit(slug, scan, promptTokens, prompt, description, createdAt, kept, links);
    }
}
