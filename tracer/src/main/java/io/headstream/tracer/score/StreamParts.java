package io.headstream.tracer.score;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import io.headstream.schema.ActivationId;
import io.headstream.schema.Site;
import io.headstream.tracer.decompose.LayerArrays;
import io.headstream.tracer.decompose.PartKind;
import io.headstream.tracer.model.ActivationCache;
import io.headstream.tracer.model.Probe;
import io.headstream.tracer.model.Transformer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** All that was written to the residual stream before a layer, at some positions; what stands at a position adds up to resid_pre there. */
final class StreamParts {
    private final int[] positions;
    private final List<List<Writer>> writers = new ArrayList<>();
    private final List<List<float[]>> vectors = new ArrayList<>(); // [position][writer][d_model]

    private StreamParts(int[] positions) {
        this.positions = positions;
        for (int ignored : positions) {
            writers.add(new ArrayList<>());
            vectors.add(new ArrayList<>());
        }
    }

    /** @param layerDone told after each block that was gone through */
    static StreamParts before(
            int layer, int[] positions, Transformer model, ActivationCache cache, IntConsumer layerDone) {
        StreamParts parts = new StreamParts(positions);
        parts.embedding(model, cache);
        for (int l = 0; l < layer; l++) {
            try (LayerArrays arrays = new LayerArrays(l, model, cache)) {
                parts.block(arrays);
            }
            layerDone.accept(l + 1);
        }
        if (layer == 0) {
            try (LayerArrays arrays = new LayerArrays(0, model, cache)) {
                parts.add(Site.CHANGE_EMBED, 0, arrays.vectors(PartKind.CHANGE_EMBED));
            }
        }
        return parts;
    }

    /** Of the i-th position; the same at each, but for where they are. */
    List<Writer> writers(int i) {
        return writers.get(i);
    }

    /** Of the i-th position [writer, d_model]. */
    float[][] vectors(int i) {
        return vectors.get(i).toArray(float[][]::new);
    }

    // the cache has the token embedding as it was changed; the change is a part of its own
    private void embedding(Transformer model, ActivationCache cache) {
        NDArray change = cache.probe().change(Probe.Site.TOKEN, 0); // [pos, d_model]
        NDArray token = change == null ? cache.embed() : cache.embed().sub(change);
        NDArray learned = model.parameters().wPos(); // [context, d_model]
        for (int i = 0; i < positions.length; i++) {
            ActivationId embed = ActivationId.embed(positions[i]);
            add(i, new Writer("hook_embed", embed), token.get(positions[i]));
            if (learned != null) {
                NDArray at = learned.get(cache.embed().getManager(), new NDIndex("" + positions[i]));
                add(i, new Writer("hook_pos_embed", embed), at);
            }
        }
    }

    private void block(LayerArrays arrays) {
        int l = arrays.layer();
        if (l == 0) {
            add(Site.CHANGE_EMBED, l, arrays.vectors(PartKind.CHANGE_EMBED));
        }
        for (int i = 0; i < positions.length; i++) {
            NDArray heads = arrays.result().get(":," + positions[i]); // [head, d_model]
            for (int h = 0; h < heads.getShape().get(0); h++) {
                add(i, Writer.of(ActivationId.head(l, positions[i], h)), heads.get(h));
            }
        }
        NDArray bias = arrays.vectors(PartKind.B_O); // [d_model]
        if (bias != null) {
            for (int i = 0; i < positions.length; i++) {
                add(i, Writer.of(ActivationId.at(Site.B_O, l, positions[i])), bias);
            }
        }
        add(Site.CHANGE_ATTN, l, arrays.vectors(PartKind.CHANGE_ATTN));
        add(Site.CHANGE_MID, l, arrays.vectors(PartKind.CHANGE_MID));
        add(Site.MLP, l, arrays.activations().mlpOut());
        add(Site.CHANGE_POST, l, arrays.vectors(PartKind.CHANGE_POST));
    }

    private void add(Site site, int layer, @Nullable NDArray vectors) {
        if (vectors != null) {
            for (int i = 0; i < positions.length; i++) {
                add(i, Writer.of(ActivationId.at(site, layer, positions[i])), vectors.get(positions[i]));
            }
        }
    }

    private void add(int i, Writer writer, NDArray vector) {
        writers.get(i).add(writer);
        vectors.get(i).add(vector.toFloatArray());
    }
}
