package io.headstream.tracer.circuit;

import io.headstream.schema.ComponentName;
import io.headstream.schema.Site;
import io.headstream.tracer.model.Architecture;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The nodes of a model's graph of components and the edges between them through the residual stream, numbered: the embedding, of each layer its
 * heads and then its MLP, the logits. What stands before reads nothing of what stands behind it. A head has one input, which its queries, keys
 * and values share (Goldowsky-Dill et al. 2023, arXiv 2304.05969, and Hanna et al. 2024, arXiv 2403.17806, tell the three apart). An edge is
 * numbered by its reader, then by its writer.
 */
public final class Nodes {
    /** The embedding, with learned positions where there are some. */
    public static final int EMBED = 0;

    private final int layers;
    private final int heads;
    private final boolean parallel;
    private final int[] firstEdge; // into each node; behind the last, their number

    public Nodes(Architecture a) {
        this.layers = a.layers();
        this.heads = a.heads();
        this.parallel = a.parallel();
        this.firstEdge = new int[count() + 1];
        for (int node = 0; node < count(); node++) {
            firstEdge[node + 1] = firstEdge[node] + writers(node);
        }
    }

    /** What a node is. */
    public enum Kind {
        EMBED,
        HEAD,
        MLP,
        LOGITS
    }

    public int count() {
        return layers * (heads + 1) + 2;
    }

    public int head(int layer, int head) {
        return 1 + layer * (heads + 1) + head;
    }

    public int mlp(int layer) {
        return head(layer, heads);
    }

    public int logits() {
        return count() - 1;
    }

    public Kind kind(int node) {
        if (node == EMBED) {
            return Kind.EMBED;
        }
        if (node == logits()) {
            return Kind.LOGITS;
        }
        return (node - 1) % (heads + 1) == heads ? Kind.MLP : Kind.HEAD;
    }

    /** 0 for the embedding, all layers' number for the logits. */
    public int layer(int node) {
        return node == EMBED ? 0 : (node - 1) / (heads + 1);
    }

    /** A head's number in its layer. */
    public int headOf(int node) {
        return (node - 1) % (heads + 1);
    }

    /** {@code embed}, {@code L3H4}, {@code L3.mlp}, {@code logits}. */
    public String name(int node) {
        return switch (kind(node)) {
            case EMBED -> Site.EMBED.toString();
            case HEAD -> ComponentName.head(layer(node), headOf(node)).toString();
            case MLP -> ComponentName.mlp(layer(node)).toString();
            case LOGITS -> "logits";
        };
    }

    /** The numbers of all nodes by their names. */
    public Map<String, Integer> byName() {
        return IntStream.range(0, count()).boxed().collect(Collectors.toMap(this::name, node -> node));
    }

    /** How many nodes write to what a node reads: those of the first numbers. */
    public int writers(int reader) {
        return switch (kind(reader)) {
            case EMBED -> 0;
            case HEAD -> head(layer(reader), 0);
            case MLP -> parallel ? head(layer(reader), 0) : reader;
            case LOGITS -> reader;
        };
    }

    /** How many edges there are. */
    public int edges() {
        return firstEdge[count()];
    }

    public int edge(int writer, int reader) {
        return firstEdge[reader] + writer;
    }

    public int reader(int edge) {
        int low = 1;
        int high = count() - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (edge < firstEdge[middle + 1]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    public int writer(int edge) {
        return edge - firstEdge[reader(edge)];
    }
}
