package io.headstream.tracer.decompose;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import io.headstream.tracer.model.ActivationCache;
import io.headstream.tracer.model.Block;
import io.headstream.tracer.model.Probe;
import io.headstream.tracer.model.Probe.Site;
import io.headstream.tracer.model.Transformer;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One layer's arrays in the engine while it is decomposed: its activations, its weights in float32, and what both make together. Owns what
 * the thread makes between opening and closing, but for what is unregistered from its scope.
 */
public final class LayerArrays implements AutoCloseable {
    private final NDScope scope = new NDScope();
    private final int layer;
    private final Transformer transformer;
    private final ActivationCache.Layer activations;
    private final Block block;
    private final NDArray pattern;
    private final NDArray memory;
    private final NDArray result;
    private final Probe probe;
    private final Map<PartKind, NDArray> changes = new EnumMap<>(PartKind.class);

    /** Opens what a pass has of a layer. */
    public LayerArrays(int layer, Transformer transformer, ActivationCache cache) {
        scope.suppressNotUsedWarning();
        this.layer = layer;
        this.transformer = transformer;
        this.activations = cache.layers().get(layer);
        this.probe = cache.probe();
        try {
            this.block = transformer.parameters().blocks().get(layer).use().block();
            this.pattern = transformer.pattern(layer, cache);
            this.memory = transformer.memoryValues(block, activations);
            this.result = transformer.result(block, activations);
            changes();
        } catch (RuntimeException e) {
            scope.close();
            throw e;
        }
    }

    // what was changed, as a part of what it is in [pos, d_model]
    private void changes() {
        if (layer == 0) {
            change(PartKind.CHANGE_EMBED, probe.change(Site.TOKEN, 0));
            change(PartKind.CHANGE_EMBED, probe.change(Site.EMBED, 0));
        }
        NDArray z = probe.change(Site.Z, layer); // [pos, heads * d_head]
        change(PartKind.CHANGE_ATTN, z == null ? null : z.matMul(block.wO()));
        change(PartKind.CHANGE_ATTN, probe.change(Site.ATTN_OUT, layer));
        change(PartKind.CHANGE_MID, probe.change(Site.RESID_MID, layer));
        NDArray post = probe.change(Site.POST, layer); // [pos, d_mlp]
        change(PartKind.CHANGE_MLP, post == null ? null : post.matMul(block.wOut()));
        change(PartKind.CHANGE_MLP, probe.change(Site.MLP_OUT, layer));
        change(PartKind.CHANGE_POST, probe.change(Site.RESID_POST, layer));
    }

    private void change(PartKind kind, @Nullable NDArray vectors) {
        if (vectors != null) {
            changes.merge(kind, vectors, NDArray::add);
        }
    }

    public int layer() {
        return layer;
    }

    /** What stood at the pass's sites. */
    Probe probe() {
        return probe;
    }

    public ActivationCache.Layer activations() {
        return activations;
    }

    /** In float32. */
    public Block block() {
        return block;
    }

    /** Attention probabilities [head, query, key]. */
    public NDArray pattern() {
        return pattern;
    }

    /** Memory values [head, key, d_model]. */
    public NDArray memory() {
        return memory;
    }

    /** Head outputs [head, pos, d_model]. */
    public NDArray result() {
        return result;
    }

    /** What heads look for and what they answer to [head, pos, d_model]; made anew. */
    public Transformer.Looks looks() {
        return transformer.looks(block, activations);
    }

    /**
     * The vectors of a kind: [pos, d_model], of heads and memory values [head, pos, d_model], of neurons W_out [d_mlp, d_model], of a bias
     * [d_model]; absent where the model has none, or nothing was changed.
     */
    public @Nullable NDArray vectors(PartKind kind) {
        return switch (kind) {
            case RESID_PRE -> activations.residPre();
            case RESID_MID -> activations.residMid();
            case RESID_POST -> activations.residPost();
            case ATTN_OUT -> activations.attnOut();
            case MLP_OUT -> activations.mlpOut();
            case LN1 -> activations.ln1();
            case LN2 -> activations.ln2();
            case HEAD -> result;
            case MEMORY -> memory;
            case TERM ->
                throw new IllegalArgumentException("terms are never made: they are weights times memory values");
            case NEURON -> block.wOut();
            case B_O -> block.bO();
            case B_OUT -> block.bOut();
            case CHANGE_EMBED, CHANGE_ATTN, CHANGE_MID, CHANGE_MLP, CHANGE_POST -> changes.get(kind);
        };
    }

    @Override
    public void close() {
        scope.close();
    }
}
