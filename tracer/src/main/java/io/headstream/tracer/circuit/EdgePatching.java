package io.headstream.tracer.circuit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import io.headstream.tracer.model.Architecture;
import io.headstream.tracer.model.Block;
import io.headstream.tracer.model.Linear;
import io.headstream.tracer.model.Probe;
import io.headstream.tracer.model.Transformer;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Stands in a pass of one sequence or several and gives every node an input of its own: along the edges of a circuit what their writers write in
 * this pass, along all others what they write when corrupted (edge patching; Goldowsky-Dill et al. 2023, arXiv 2304.05969). So an input is the
 * corrupted residual state plus, over the circuit's edges, what their writers' outputs differ by from the corrupted ones. The residual stream
 * that the pass itself adds up is read by nobody.
 */
final class EdgePatching implements Probe {
    private final Transformer transformer;
    private final Architecture a;
    private final EdgeSet circuit;
    private final Nodes nodes;
    private final Reference reference;
    private final int n;
    private final int[]
            slots; // of each node among those that something in the circuit reads; behind the last, their number
    private final NDArray differences; // [slot, row * d_model]
    private @Nullable NDArray inputs; // of the layer's heads after ln1 [head, row, d_model]

    /** @param manager owns what is held while the pass runs */
    EdgePatching(Transformer transformer, EdgeSet circuit, Reference reference, int n, NDManager manager) {
        this.transformer = transformer;
        this.a = transformer.architecture();
        this.circuit = circuit;
        this.nodes = circuit.nodes();
        this.reference = reference;
        this.n = n;
        boolean[] read = new boolean[nodes.count()];
        circuit.stream().forEach(edge -> read[nodes.writer(edge)] = true);
        this.slots = new int[nodes.count() + 1];
        for (int node = 0; node < nodes.count(); node++) {
            slots[node + 1] = slots[node] + (read[node] ? 1 : 0);
        }
        this.differences = manager.zeros(new Shape(Math.max(1, slots[nodes.count()]), reference.rows() * a.dModel()));
    }

    private boolean isRead(int node) {
        return slots[node + 1] > slots[node];
    }

    @Override
    public NDArray at(Site site, int layer, NDArray x) {
        Block block = transformer.parameters().blocks().get(layer);
        switch (site) {
            case EMBED -> wrote(Nodes.EMBED, x.sub(reference.corrupted().embed()));
            case Q -> {
                inputs = block.ln1().apply(read(nodes.head(layer, 0), a.heads(), reference.beforeAttention(layer)));
                return projected(block.use(), Block::q);
            }
            case K -> {
                return projected(block.use(), Block::k);
            }
            case V -> {
                return projected(block.use(), Block::v);
            }
            case Z -> heads(layer, x);
            case MLP_IN -> {
                return read(nodes.mlp(layer), 1, reference.beforeMlp(layer)).get(0);
            }
            case MLP_OUT ->
                wrote(nodes.mlp(layer), x.sub(reference.corrupted().mlp().get(layer)));
            case RESID_POST -> {
                if (layer == a.layers() - 1) {
                    return read(nodes.logits(), 1, reference.atEnd()).get(0);
                }
            }
            default -> {}
        }
        return x;
    }

    private void wrote(int node, NDArray difference) {
        if (isRead(node)) {
            differences.set(new NDIndex(String.valueOf(slots[node])), difference.reshape(-1));
        }
    }

    private void heads(int layer, NDArray z) {
        if (slots[nodes.head(layer, 0)] == slots[nodes.mlp(layer)]) {
            return;
        }
        NDArray difference = z.sub(reference.corrupted().z().get(layer)); // [row, heads * d_head]
        try (Block.InUse use = transformer.parameters().blocks().get(layer).use()) {
            for (int h = 0; h < a.heads(); h++) {
                if (isRead(nodes.head(layer, h))) {
                    NDIndex own = new NDIndex(":, " + h * a.dHead() + ":" + (h + 1) * a.dHead());
                    NDIndex rows = new NDIndex(h * a.dHead() + ":" + (h + 1) * a.dHead());
                    wrote(
                            nodes.head(layer, h),
                            difference.get(own).matMul(use.block().wO().get(rows)));
                }
            }
        }
    }

    /** What some readers that see the same writers read [reader, row, d_model]. */
    private NDArray read(int first, int count, NDArray corrupted) {
        Shape shape = new Shape(count, reference.rows(), a.dModel());
        NDArray base = corrupted.expandDims(0); // [1, row, d_model]
        int width = slots[nodes.writers(first)];
        float[] kept = new float[count * width];
        for (int writer = 0; writer < nodes.writers(first); writer++) {
            for (int r = 0; r < count && isRead(writer); r++) {
                kept[r * width + slots[writer]] = circuit.has(nodes.edge(writer, first + r)) ? 1 : 0;
            }
        }
        if (Arrays.equals(kept, new float[kept.length])) {
            return base.broadcast(shape);
        }
        NDArray mask = corrupted.getManager().create(kept, new Shape(count, width)); // [reader, slot]
        return mask.matMul(differences.get(new NDIndex(":" + width)))
                .reshape(shape)
                .addi(base);
    }

    private NDArray projected(Block.InUse use, Function<Block, Linear> which) {
        try (use) {
            return projected(which.apply(use.block()), Objects.requireNonNull(inputs), n, a.dHead());
        }
    }

    /** Each head's input through its own columns, as the pass has queries, keys and values: [head, row, d_model] to [sequence * head, pos, d_head]. */
    static NDArray projected(Linear linear, NDArray inputs, int n, int dHead) {
        NDArray x = linear.ofHeads(inputs, dHead); // [head, row, d_head]
        return x.reshape(x.getShape().get(0), -1, n, dHead)
                .transpose(1, 0, 2, 3)
                .reshape(-1, n, dHead);
    }
}
