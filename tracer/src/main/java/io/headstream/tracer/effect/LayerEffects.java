package io.headstream.tracer.effect;

import ai.djl.ndarray.NDArray;
import io.headstream.tracer.attribution.Rows;
import io.headstream.tracer.model.ActivationCache;
import io.headstream.tracer.model.Block;
import org.jspecify.annotations.Nullable;

/**
 * Activation times gradient of one layer's activations (attribution patching, Nanda 2023; Syed et al. 2023, arXiv 2310.10348): to first
 * order, what the metric would lose if the activation were zero.
 *
 * @param residMid [pos]; absent in parallel blocks
 * @param residPost [pos]
 * @param attn [pos], b_O included
 * @param mlp [pos], b_out included
 * @param head [head][pos]
 * @param term [head][query][key]: attention weight times memory value
 * @param neuron [pos][neuron]
 * @param biasO [pos]
 * @param biasOut [pos]
 */
public record LayerEffects(
        float @Nullable [] residMid,
        float[] residPost,
        float[] attn,
        float[] mlp,
        float[][] head,
        float[][][] term,
        float[][] neuron,
        float[] biasO,
        float[] biasOut) {
    private static final int[] LAST = {-1};

    /**
     * @param block in float32
     * @param pattern [head][query][key]
     * @param memory memory values [head, key, d_model]
     * @param result head outputs [head, pos, d_model]
     */
    public static LayerEffects of(
            ActivationCache.Layer layer,
            Block block,
            float[][][] pattern,
            NDArray memory,
            NDArray result,
            Gradients.Layer gradients) {
        NDArray atAttn = gradients.residMid();
        NDArray atMlp = gradients.residPost();
        // [head, key, query]
        NDArray byTerm = memory.matMul(atAttn.transpose());
        return new LayerEffects(
                layer.residMid() == null ? null : dot(layer.residMid(), atAttn),
                dot(layer.residPost(), atMlp),
                dot(layer.attnOut(), atAttn),
                dot(layer.mlpOut(), atMlp),
                Rows.of(result.mul(atAttn).sum(LAST)),
                terms(byTerm, pattern),
                Rows.of(layer.post().mul(gradients.post())),
                bias(block.bO(), atAttn),
                bias(block.bOut(), atMlp));
    }

    /** Effect of a memory value: of what all queries take of it together. */
    public double memory(int head, int key) {
        double sum = 0;
        for (int q = key; q < term[head].length; q++) {
            sum += term[head][q][key];
        }
        return sum;
    }

    /** Row by row: activation times gradient. */
    public static float[] dot(NDArray activation, NDArray gradient) {
        return activation.mul(gradient).sum(LAST).toFloatArray();
    }

    private static float[] bias(@Nullable NDArray bias, NDArray gradient) {
        return bias == null ? new float[0] : gradient.matMul(bias).toFloatArray();
    }

    private static float[][][] terms(NDArray byTerm, float[][][] pattern) {
        float[][][] terms = new float[pattern.length][][];
        for (int h = 0; h < pattern.length; h++) {
            terms[h] = Rows.of(byTerm.get(h).transpose());
            for (int q = 0; q < terms[h].length; q++) {
                for (int k = 0; k < terms[h].length; k++) {
                    terms[h][q][k] *= pattern[h][q][k];
                }
            }
        }
        return terms;
    }
}
