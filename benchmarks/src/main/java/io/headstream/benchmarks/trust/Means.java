package io.headstream.benchmarks.trust;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import io.headstream.tracer.load.LoadedModel;
import io.headstream.tracer.model.ActivationCache;
import io.headstream.tracer.model.Architecture;
import java.util.List;

/**
 * What takes a component's place: means over prompts and positions, or nothing.
 *
 * @param z by layer [heads * d_head]
 * @param mlp by layer [d_model]
 */
record Means(float[][] z, float[][] mlp) {
    /** Zero-ablation's. */
    static Means none(Architecture a) {
        return new Means(new float[a.layers()][a.heads() * a.dHead()], new float[a.layers()][a.dModel()]);
    }

    static Means of(LoadedModel model, List<int[]> prompts) {
        Means means = none(model.architecture());
        long rows = prompts.stream().mapToLong(tokens -> tokens.length).sum();
        for (int[] tokens : prompts) {
            try (NDManager manager = model.transformer().newPassManager();
                    NDScope scope = new NDScope()) {
                scope.suppressNotUsedWarning();
                List<ActivationCache.Layer> layers =
                        model.transformer().run(tokens, manager).layers();
                for (int l = 0; l < layers.size(); l++) {
                    add(layers.get(l).z().sum(new int[] {0}).toFloatArray(), rows, means.z()[l]);
                    add(layers.get(l).mlpOut().sum(new int[] {0}).toFloatArray(), rows, means.mlp()[l]);
                }
            }
        }
        return means;
    }

    private static void add(float[] sums, long rows, float[] into) {
        for (int i = 0; i < sums.length; i++) {
            into[i] += sums[i] / rows;
        }
    }
}
