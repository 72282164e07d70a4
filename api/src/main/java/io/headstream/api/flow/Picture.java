package io.headstream.api.flow;

import io.headstream.api.graph.Node;
import io.headstream.schema.ActivationId;
import io.headstream.schema.ActivationKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The flow graph that people look at, drawn from what is stored: norms and memory values are contracted, so that an attention
 * edge leaves the residual state that the head reads at the key, and an MLP's input the state it reads.
 */
record Picture(List<Node> nodes, List<Edge> edges) {
    /** A state to the next. */
    static final String STREAM = "stream";

    /** The state that a head reads at a key to its output. */
    static final String ATTEND = "attend";

    /** The state that attention or an MLP reads to what it writes. All other edges are called by the kind that they come from. */
    static final String READ = "read";

    /** An ADDS_TO or ATTENDED_BY relationship; `share` is of the whole it points at, `weight` 0 but for attention. */
    record Stored(String source, String target, boolean attention, double share, double weight) {}

    static Picture draw(List<Node> nodes, List<Stored> stored) {
        Map<String, Node> byId = new HashMap<>();
        nodes.forEach(node -> byId.put(node.id(), node));
        List<Edge> edges = new ArrayList<>();
        nodes.forEach(node -> blockEdges(node, byId.keySet(), edges));
        for (Stored edge : stored) {
            Node target = byId.get(edge.target());
            if (target == null) {
                continue;
            }
            if (edge.attention()) {
                double share = edge.share() * target.shareOrZero();
                edges.add(new Edge(readAtKey(edge.source()), target.id(), ATTEND, share, edge.weight()));
            } else if (byId.containsKey(edge.source()) && isResidual(target) && isResidual(edge, byId)) {
                edges.add(new Edge(edge.source(), target.id(), STREAM, edge.share(), null));
            }
        }
        edges.removeIf(edge -> !byId.containsKey(edge.source()) || !byId.containsKey(edge.target()));
        return new Picture(nodes, edges);
    }

    /** What reaches `end` over edges with at least the share. */
    Picture reaching(String end, double threshold) {
        Map<String, List<Edge>> into = new HashMap<>();
        for (Edge edge : edges) {
            if (edge.share() >= threshold) {
                into.computeIfAbsent(edge.target(), key -> new ArrayList<>()).add(edge);
            }
        }
        Set<String> reached = new HashSet<>(Set.of(end));
        Deque<String> open = new ArrayDeque<>(reached);
        List<Edge> kept = new ArrayList<>();
        while (!open.isEmpty()) {
            for (Edge edge : into.getOrDefault(open.remove(), List.of())) {
                kept.add(edge);
                if (reached.add(edge.source())) {
                    open.add(edge.source());
                }
            }
        }
        return new Picture(
                nodes.stream().filter(node -> reached.contains(node.id())).toList(), kept);
    }

    /** The part of the picture that is to be shown. */
    Picture only(Predicate<Node> shown) {
        List<Node> some = nodes.stream().filter(shown).toList();
        Set<String> ids = new HashSet<>();
        some.forEach(node -> ids.add(node.id()));
        return new Picture(
                some,
                edges.stream()
                        .filter(edge -> ids.contains(edge.source()) && ids.contains(edge.target()))
                        .toList());
    }

    // edges that follow from a node's place in its block, with the node's own share
    private static void blockEdges(Node node, Set<String> ids, List<Edge> edges) {
        ActivationId.parse(node.id())
                .filter(id -> id.kind() != ActivationKind.RESIDUAL) // states have the stream's own edges
                .ifPresent(id -> {
                    // without a state between them, attention and MLP read and write the same states
                    boolean parallel = !ids.contains(
                            ActivationId.residMid(id.layer(), id.position()).toString());
                    double share = node.shareOrZero();
                    if (id.kind().wholes().contains(ActivationKind.RESIDUAL)) {
                        id.reads(parallel)
                                .ifPresent(
                                        state -> edges.add(new Edge(state.toString(), node.id(), READ, share, null)));
                    }
                    drawnWhole(id, parallel, ids)
                            .ifPresent(whole -> edges.add(
                                    new Edge(node.id(), whole, id.kind().apiName(), share, null)));
                });
    }

    // the nearest whole that is drawn: a head's is the state that what attention writes is added to
    private static Optional<String> drawnWhole(ActivationId part, boolean parallel, Set<String> ids) {
        Optional<ActivationId> whole = part.whole(parallel);
        while (whole.isPresent()
                && whole.get().kind() != ActivationKind.RESIDUAL
                && !ids.contains(whole.get().toString())) {
            whole = whole.get().whole(parallel);
        }
        return whole.map(ActivationId::toString);
    }

    private static boolean isResidual(Stored edge, Map<String, Node> byId) {
        Node source = byId.get(edge.source());
        return source != null && isResidual(source);
    }

    private static boolean isResidual(Node node) {
        return node.kind().equals(ActivationKind.RESIDUAL.apiName());
    }

    // L3P5.H2.v was read from the residual state before block 3 at position 5
    private static String readAtKey(String memoryValue) {
        return ActivationId.parse(memoryValue)
                .flatMap(key -> key.reads(false))
                .map(ActivationId::toString)
                .orElse("");
    }
}
