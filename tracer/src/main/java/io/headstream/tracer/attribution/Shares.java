package io.headstream.tracer.attribution;

import ai.djl.ndarray.NDArray;
import io.headstream.tracer.model.ActivationCache;
import io.headstream.tracer.model.Block;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Computes {@link LayerShares} from a pass. Biases are parts, causal keys only (docs/attribution.md). */
public final class Shares {
    private final Proximity proximity;
    private final ActivationCache.Layer layer;
    private final Block block;
    private final int heads;
    private final int n;

    private Shares(Proximity proximity, ActivationCache.Layer layer, Block block, int heads) {
        this.proximity = proximity;
        this.layer = layer;
        this.block = block;
        this.heads = heads;
        this.n = (int) layer.residPre().getShape().get(0);
    }

    /**
     * @param block in float32
     * @param pattern the layer's attention probabilities [head, query, key]
     * @param memory the layer's memory values [head, key, d_model]
     */
    public static LayerShares of(
            Proximity proximity, ActivationCache.Layer layer, Block block, NDArray pattern, NDArray memory) {
        int heads = (int) memory.getShape().get(0);
        return new Shares(proximity, layer, block, heads).compute(pattern, memory);
    }

    private LayerShares compute(NDArray pattern, NDArray memory) {
        float[][] after = Rows.of(layer.afterAttention());
        float[][] mlpOut = Rows.of(layer.mlpOut());
        float[][] residPost = layer.residMid() == null ? after : Rows.of(layer.residPost());
        LayerShares shares = new LayerShares(
                layer.residMid() == null,
                each(Rows.of(layer.residPre()), after),
                new float[n][heads][],
                bias(block.bO(), after),
                layer.residMid() == null ? new float[n] : each(after, residPost),
                each(mlpOut, residPost),
                proximity.of(block.wOut(), Rows.of(layer.post()), mlpOut),
                bias(block.bOut(), mlpOut));
        float[][] terms = terms(pattern, memory, after);
        for (int p = 0; p < n; p++) {
            stream(p, terms[p], shares);
            neurons(p, shares);
        }
        return shares;
    }

    // [query][key * head], so that what a query sees is its first parts
    private float[][] terms(NDArray pattern, NDArray memory, float[][] after) {
        float[][] weights = Rows.of(pattern.transpose(1, 2, 0).reshape(n, (long) n * heads));
        for (int p = 0; p < n; p++) {
            weights[p] = Arrays.copyOf(weights[p], (p + 1) * heads);
        }
        return proximity.of(memory.transpose(1, 0, 2).reshape((long) n * heads, -1), weights, after);
    }

    private float[] each(float[][] parts, float[][] wholes) {
        float[] proximities = new float[n];
        for (int p = 0; p < n; p++) {
            proximities[p] = proximity.of(parts[p], wholes[p]);
        }
        return proximities;
    }

    private float[] bias(@Nullable NDArray bias, float[][] wholes) {
        if (bias == null) {
            return new float[n];
        }
        float[][] parts = new float[n][];
        Arrays.fill(parts, bias.toFloatArray());
        return each(parts, wholes);
    }

    // turns the proximities of position p into shares of the residual states
    private void stream(int p, float[] terms, LayerShares shares) {
        double inStream = shares.residMid()[p] + shares.mlp()[p];
        double total = shares.residPre()[p] + sum(terms) + shares.biasO()[p];
        if (shares.parallel()) {
            total += shares.mlp()[p];
            inStream = total;
        }
        shares.residPre()[p] = (float) (shares.residPre()[p] / total);
        shares.biasO()[p] = (float) (shares.biasO()[p] / total);
        shares.residMid()[p] = (float) (shares.residMid()[p] / inStream);
        shares.mlp()[p] = (float) (shares.mlp()[p] / inStream);
        for (int h = 0; h < heads; h++) {
            float[] ofHead = new float[p + 1];
            for (int k = 0; k <= p; k++) {
                ofHead[k] = (float) (terms[k * heads + h] / total);
            }
            shares.headKey()[p][h] = ofHead;
        }
    }

    private static void neurons(int p, LayerShares shares) {
        float[] neuron = shares.neuron()[p];
        double total = sum(neuron) + shares.biasOut()[p];
        for (int i = 0; i < neuron.length; i++) {
            neuron[i] = (float) (neuron[i] / total);
        }
        shares.biasOut()[p] = (float) (shares.biasOut()[p] / total);
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }
}
