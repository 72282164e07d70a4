package io.headstream.tracer.attribution;

import java.util.List;

/**
 * How much of the last residual state at the target position came through each residual state and each part: shares multiplied and summed
 * backwards along all paths, over all parts, before anything is pruned. At every layer the residual states' influence plus what
 * stopped at the biases above is 1.
 *
 * @param residPost by layer and position: the state after the block
 * @param residMid by layer and position
 * @param mlp what passes through mlp_out, by layer and position
 * @param embed by position: what is left on the embeddings
 * @param biases what stopped at biases
 */
public record Influence(double[][] residPost, double[][] residMid, double[][] mlp, double[] embed, double biases) {

    public static Influence of(List<LayerShares> layers, int target) {
        int depth = layers.size();
        int n = layers.get(0).residPre().length;
        double[][] post = new double[depth][];
        double[][] mid = new double[depth][n];
        double[][] mlp = new double[depth][n];
        double[] state = new double[n];
        state[target] = 1;
        double biases = 0;
        for (int l = depth - 1; l >= 0; l--) {
            LayerShares shares = layers.get(l);
            post[l] = state;
            double[] before = new double[n];
            for (int p = 0; p < n; p++) {
                mlp[l][p] = state[p] * shares.mlp()[p];
                double stopped = mlp[l][p] * shares.biasOut()[p];
                mid[l][p] = state[p] * shares.residMid()[p] + mlp[l][p] - stopped;
                biases += stopped + mid[l][p] * shares.biasO()[p];
                before[p] += mid[l][p] * shares.residPre()[p];
                for (float[] keys : shares.headKey()[p]) {
                    for (int k = 0; k < keys.length; k++) {
                        before[k] += mid[l][p] * keys[k];
                    }
                }
            }
            state = before;
        }
        return new Influence(post, mid, mlp, state, biases);
    }
}
