package io.headstream.tracer.attribution;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.headstream.tracer.model.ActivationCache;
import io.headstream.tracer.model.Block;

/** Computes {@link LayerShares} from a pass. Biases are parts, causal keys only (docs/attribution.md). */
public final class Shares {
    private Shares() {}

    /**
     * @param memory the layer's memory values [head, key, d_model]
     */
    public static LayerShares of(ActivationCache.Layer layer, Block block, NDArray memory) {
        int n = (int) layer.residMid().getShape().get(0);
        int heads = (int) memory.getShape().get(0);
        float[] residPre = Proximity.byPosition(layer.residPre(), layer.residMid());
        float[] biasO = new float[n];
        float[][][] headKey = new float[n][heads][];
        float[][] neuron = new float[n][];
        float[] biasOut = new float[n];
        float[] residMid = Proximity.byPosition(layer.residMid(), layer.residPost());
        float[] mlp = Proximity.byPosition(layer.mlpOut(), layer.residPost());
        NDArray mlpParts = NDArrays.concat(new NDList(block.wOut(), block.bOut().expandDims(0)));
        for (int p = 0; p < n; p++) {
            attentionInto(layer, block, memory, p, residPre, headKey, biasO);
            neurons(layer, mlpParts, p, neuron, biasOut);
            float both = residMid[p] + mlp[p];
            residMid[p] /= both;
            mlp[p] /= both;
        }
        return new LayerShares(residPre, headKey, biasO, residMid, mlp, neuron, biasOut);
    }

    private static void attentionInto(
            ActivationCache.Layer layer,
            Block block,
            NDArray memory,
            int p,
            float[] residPre,
            float[][][] headKey,
            float[] biasO) {
        int heads = headKey[p].length;
        int keys = p + 1;
        long terms = (long) heads * keys;
        long dModel = block.bO().getShape().get(0);
        NDArray weights = layer.pattern().get(":," + p + ",:" + keys).reshape(terms); // [head * key]
        NDArray vectors = memory.get(":,:" + keys).reshape(terms, dModel);
        NDArray one = weights.getManager().ones(new Shape(1), DataType.FLOAT32);
        float[] proximity = Proximity.of(
                NDArrays.concat(new NDList(vectors, block.bO().expandDims(0))),
                NDArrays.concat(new NDList(weights, one)),
                layer.residMid().get(p));
        double total = residPre[p] + sum(proximity);
        residPre[p] = (float) (residPre[p] / total);
        biasO[p] = (float) (proximity[(int) terms] / total);
        for (int h = 0; h < heads; h++) {
            headKey[p][h] = new float[keys];
            for (int k = 0; k < keys; k++) {
                headKey[p][h][k] = (float) (proximity[h * keys + k] / total);
            }
        }
    }

    private static void neurons(ActivationCache.Layer layer, NDArray parts, int p, float[][] neuron, float[] biasOut) {
        NDArray post = layer.post().get(p);
        NDArray one = post.getManager().ones(new Shape(1), DataType.FLOAT32);
        float[] proximity = Proximity.of(
                parts, NDArrays.concat(new NDList(post, one)), layer.mlpOut().get(p));
        double total = sum(proximity);
        int neurons = proximity.length - 1;
        neuron[p] = new float[neurons];
        for (int i = 0; i < neurons; i++) {
            neuron[p][i] = (float) (proximity[i] / total);
        }
        biasOut[p] = (float) (proximity[neurons] / total);
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }
}
