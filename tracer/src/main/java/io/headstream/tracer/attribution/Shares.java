package io.headstream.tracer.attribution;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import io.headstream.tracer.model.ActivationCache;
import io.headstream.tracer.model.Block;
import org.jspecify.annotations.Nullable;

/** Computes {@link LayerShares} from a pass. Biases are parts, causal keys only (docs/attribution.md). */
public final class Shares {
    private final ActivationCache.Layer layer;
    private final Block block;
    private final NDArray patternByKey; // [query, key * head]
    private final NDArray memoryByKey; // [key * head, d_model], so that what a query sees is its first rows
    private final int heads;
    private final int n;

    private Shares(ActivationCache.Layer layer, Block block, NDArray pattern, NDArray memory) {
        this.layer = layer;
        this.block = block;
        this.heads = (int) memory.getShape().get(0);
        this.n = (int) memory.getShape().get(1);
        this.patternByKey = pattern.transpose(1, 2, 0).reshape(n, (long) n * heads);
        this.memoryByKey = memory.transpose(1, 0, 2).reshape((long) n * heads, -1);
    }

    /**
     * @param block in float32
     * @param pattern the layer's attention probabilities [head, query, key]
     * @param memory the layer's memory values [head, key, d_model]
     */
    public static LayerShares of(ActivationCache.Layer layer, Block block, NDArray pattern, NDArray memory) {
        return new Shares(layer, block, pattern, memory).compute();
    }

    private LayerShares compute() {
        boolean parallel = layer.residMid() == null;
        NDArray after = layer.afterAttention();
        LayerShares shares = new LayerShares(
                parallel,
                Proximity.byPosition(layer.residPre(), after),
                new float[n][heads][],
                ofBias(block.bO(), after),
                layer.residMid() == null ? new float[n] : Proximity.byPosition(layer.residMid(), layer.residPost()),
                Proximity.byPosition(layer.mlpOut(), layer.residPost()),
                new float[n][],
                ofBias(block.bOut(), layer.mlpOut()));
        for (int p = 0; p < n; p++) {
            try (NDScope scope = new NDScope()) {
                scope.suppressNotUsedWarning();
                stream(p, after.get(p), shares);
                neurons(p, shares);
            }
        }
        return shares;
    }

    private float[] ofBias(@Nullable NDArray bias, NDArray whole) {
        return bias == null ? new float[n] : Proximity.byPosition(bias.expandDims(0), whole);
    }

    // turns the proximities of position p into shares of the residual states
    private void stream(int p, NDArray after, LayerShares shares) {
        int keys = p + 1;
        long terms = (long) keys * heads;
        float[] proximity =
                Proximity.of(memoryByKey.get(":" + terms), patternByKey.get(p).get(":" + terms), after);
        double inStream = shares.residMid()[p] + shares.mlp()[p];
        double total = shares.residPre()[p] + sum(proximity) + shares.biasO()[p];
        if (shares.parallel()) {
            total += shares.mlp()[p];
            inStream = total;
        }
        shares.residPre()[p] = (float) (shares.residPre()[p] / total);
        shares.biasO()[p] = (float) (shares.biasO()[p] / total);
        shares.residMid()[p] = (float) (shares.residMid()[p] / inStream);
        shares.mlp()[p] = (float) (shares.mlp()[p] / inStream);
        for (int h = 0; h < heads; h++) {
            float[] ofHead = new float[keys];
            for (int k = 0; k < keys; k++) {
                ofHead[k] = (float) (proximity[k * heads + h] / total);
            }
            shares.headKey()[p][h] = ofHead;
        }
    }

    private void neurons(int p, LayerShares shares) {
        float[] neuron =
                Proximity.of(block.wOut(), layer.post().get(p), layer.mlpOut().get(p));
        double total = sum(neuron) + shares.biasOut()[p];
        for (int i = 0; i < neuron.length; i++) {
            neuron[i] = (float) (neuron[i] / total);
        }
        shares.neuron()[p] = neuron;
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
