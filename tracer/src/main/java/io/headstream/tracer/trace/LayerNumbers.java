package io.headstream.tracer.trace;

import ai.djl.ndarray.NDArray;
import io.headstream.tracer.attribution.DirectLogit;
import io.headstream.tracer.attribution.LayerShares;
import io.headstream.tracer.attribution.Rows;
import io.headstream.tracer.model.ActivationCache;
import io.headstream.tracer.model.Block;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One layer's figures for every part, kept or not, out of the engine: norms, attention weights, neurons, and the DLA of all parts at
 * the target position.
 *
 * @param pattern [head][query][key]
 * @param residMidNorm absent in parallel blocks
 * @param biasONorm absent where the model has no b_O
 * @param post [pos][neuron]
 * @param memoryNorm [head][key]
 * @param resultNorm [head][pos]
 */
record LayerNumbers(
        LayerShares shares,
        float[][][] pattern,
        float[][] post,
        float[] residPreNorm,
        float @Nullable [] residMidNorm,
        float[] residPostNorm,
        float[] attnNorm,
        float[] mlpNorm,
        float[] ln1Norm,
        float[] ln2Norm,
        float[][] resultNorm,
        float[][] memoryNorm,
        OptionalDouble biasONorm,
        OptionalDouble biasOutNorm,
        Dla dla) {

    /**
     * Direct logit attribution at the target position.
     *
     * @param result [head]
     * @param term [head][key], attention weight times memory value
     * @param neuron [neuron]
     */
    record Dla(
            float residPre,
            float residMid,
            float residPost,
            float attn,
            float mlp,
            float[] result,
            float[][] term,
            float[] neuron,
            float biasO,
            float biasOut) {}

    static LayerNumbers of(
            ActivationCache.Layer layer,
            Block block,
            LayerShares shares,
            NDArray attention,
            NDArray memory,
            NDArray result,
            DirectLogit direct,
            int target) {
        float[][][] pattern = new float[(int) memory.getShape().get(0)][][];
        for (int h = 0; h < pattern.length; h++) {
            pattern[h] = Rows.of(attention.get(h));
        }
        float[][] post = Rows.of(layer.post());
        return new LayerNumbers(
                shares,
                pattern,
                post,
                norms(layer.residPre()),
                layer.residMid() == null ? null : norms(layer.residMid()),
                norms(layer.residPost()),
                norms(layer.attnOut()),
                norms(layer.mlpOut()),
                norms(layer.ln1()),
                norms(layer.ln2()),
                Rows.of(norm(result)),
                Rows.of(norm(memory)),
                normOf(block.bO()),
                normOf(block.bOut()),
                dla(layer, block, memory, result, direct, target, pattern, post[target]));
    }

    private static Dla dla(
            ActivationCache.Layer layer,
            Block block,
            NDArray memory,
            NDArray result,
            DirectLogit direct,
            int target,
            float[][][] pattern,
            float[] post) {
        float[][] term = Rows.of(memory.matMul(direct.direction()));
        for (int h = 0; h < term.length; h++) {
            for (int k = 0; k < term[h].length; k++) {
                term[h][k] *= pattern[h][target][k];
            }
        }
        float[] neuron = direct.of(block.wOut());
        for (int i = 0; i < neuron.length; i++) {
            neuron[i] *= post[i];
        }
        return new Dla(
                direct.of(layer.residPre().get(target))[0],
                layer.residMid() == null ? 0 : direct.of(layer.residMid().get(target))[0],
                direct.of(layer.residPost().get(target))[0],
                direct.of(layer.attnOut().get(target))[0],
                direct.of(layer.mlpOut().get(target))[0],
                direct.of(result.get(":," + target)),
                term,
                neuron,
                block.bO() == null ? 0 : direct.of(block.bO())[0],
                block.bOut() == null ? 0 : direct.of(block.bOut())[0]);
    }

    int positions() {
        return post.length;
    }

    int heads() {
        return pattern.length;
    }

    /** Entropy of a pattern row, in nats. */
    double entropy(int head, int position) {
        double entropy = 0;
        for (float weight : pattern[head][position]) {
            entropy -= weight > 0 ? weight * Math.log(weight) : 0;
        }
        return entropy;
    }

    /** L2 norms over the last axis. */
    private static NDArray norm(NDArray x) {
        return x.square().sum(new int[] {-1}).sqrt();
    }

    private static OptionalDouble normOf(@Nullable NDArray bias) {
        return bias == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(norm(bias).getFloat());
    }

    static float[] norms(NDArray x) {
        return norm(x).toFloatArray();
    }
}
