package io.headstream.tracer.decompose;

import static io.headstream.tracer.decompose.Measure.COEFFICIENT;
import static io.headstream.tracer.decompose.Measure.EFFECT;
import static io.headstream.tracer.decompose.PartKind.*;

import ai.djl.ndarray.NDArray;
import io.headstream.tracer.effect.Gradients;
import io.headstream.tracer.model.ActivationCache;
import org.jspecify.annotations.Nullable;

/**
 * Fills in activation times gradient of a layer's parts (attribution patching, Nanda 2023; Syed et al. 2023, arXiv 2310.10348): to first
 * order, what the metric would lose if the part were zero.
 */
final class Effects {
    private static final int[] LAST = {-1};

    private Effects() {}

    /** @param table with the coefficients of terms */
    static void fill(Gradients gradients, LayerArrays arrays, LayerTable table) {
        ActivationCache.Layer layer = arrays.activations();
        Gradients.Layer at = gradients.layers().get(arrays.layer());
        NDArray atAttn = at.residMid(); // [pos, d_model]
        NDArray atMlp = at.residPost(); // [pos, d_model]
        table.put(RESID_PRE, EFFECT, dot(layer.residPre(), gradients.before(arrays.layer())));
        if (layer.residMid() != null) {
            table.put(RESID_MID, EFFECT, dot(layer.residMid(), atAttn));
        }
        table.put(RESID_POST, EFFECT, dot(layer.residPost(), atMlp));
        table.put(ATTN_OUT, EFFECT, dot(layer.attnOut(), atAttn));
        table.put(MLP_OUT, EFFECT, dot(layer.mlpOut(), atMlp));
        table.put(HEAD, EFFECT, dot(arrays.result().transpose(1, 0, 2), atAttn.expandDims(1)));
        terms(arrays.memory().matMul(atAttn.transpose()), table);
        table.put(NEURON, EFFECT, layer.post().mul(at.post()).toFloatArray());
        bias(B_O, arrays.block().bO(), atAttn, table);
        bias(B_OUT, arrays.block().bOut(), atMlp, table);
        change(CHANGE_EMBED, arrays, gradients.embed(), table);
        change(CHANGE_ATTN, arrays, atAttn, table);
        change(CHANGE_MID, arrays, atAttn, table);
        change(CHANGE_MLP, arrays, atMlp, table);
        change(CHANGE_POST, arrays, atMlp, table);
        Passing.through(arrays, table);
    }

    private static void change(PartKind kind, LayerArrays arrays, NDArray gradient, LayerTable table) {
        NDArray changes = arrays.vectors(kind); // [pos, d_model]
        if (changes != null) {
            table.put(kind, EFFECT, dot(changes, gradient));
        }
    }

    // row by row: activation times gradient
    private static float[] dot(NDArray activation, NDArray gradient) {
        return activation.mul(gradient).sum(LAST).toFloatArray();
    }

    private static void bias(PartKind kind, @Nullable NDArray bias, NDArray gradient, LayerTable table) {
        if (bias != null) {
            table.put(kind, EFFECT, gradient.matMul(bias).toFloatArray());
        }
    }

    // of a term, and of a memory value: of what all queries take of it together
    private static void terms(NDArray byMemory, LayerTable table) {
        int n = table.size().positions();
        int heads = table.size().heads();
        float[] pattern = table.values(TERM, COEFFICIENT);
        float[] terms = table.add(TERM, EFFECT);
        float[] memory = table.add(MEMORY, EFFECT);
        for (int h = 0; h < heads; h++) {
            float[] unweighted = byMemory.get(h).toFloatArray(); // [key, query]
            for (int k = 0; k < n; k++) {
                double taken = 0;
                for (int q = k; q < n; q++) {
                    int at = table.start(TERM, q) + table.term(q, h, k);
                    terms[at] = unweighted[k * n + q] * pattern[at];
                    taken += terms[at];
                }
                memory[k * heads + h] = (float) taken;
            }
        }
    }
}
