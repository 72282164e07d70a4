package io.headstream.tracer.attribution;

/**
 * Shares multiplied and summed backwards along all paths from the last residual state of the target position, over all parts, before
 * anything is pruned. Layers are given from the last to the first. At every layer the residual states' influence plus what stopped at
 * the biases above is 1.
 */
public final class Influence {
    private double[] state;
    private double biases;

    /** Begins at the last layer's resid_post. */
    public Influence(int positions, int target) {
        this.state = new double[positions];
        this.state[target] = 1;
    }

    /** Goes back through one layer. */
    public LayerInfluence through(LayerShares shares) {
        int n = state.length;
        double[] after = shares.parallel() ? state : new double[n];
        double[] mlp = new double[n];
        double[] before = new double[n];
        double stopped = 0;
        for (int p = 0; p < n; p++) {
            mlp[p] = state[p] * shares.mlp()[p];
            double stoppedInMlp = mlp[p] * shares.biasOut()[p];
            double passedOn = mlp[p] - stoppedInMlp; // to the state that the MLP reads
            if (shares.parallel()) {
                before[p] += passedOn;
            } else {
                after[p] = state[p] * shares.residMid()[p] + passedOn;
            }
            stopped += stoppedInMlp + after[p] * shares.biasO()[p];
            before[p] += after[p] * shares.residPre()[p];
            for (float[] keys : shares.headKey()[p]) {
                for (int k = 0; k < keys.length; k++) {
                    before[k] += after[p] * keys[k];
                }
            }
        }
        LayerInfluence layer = new LayerInfluence(state, after, mlp, before, stopped);
        state = before;
        biases += stopped;
        return layer;
    }

    /** By position: what is left on the states before the layers gone through; on the embeddings, after the first. */
    public double[] left() {
        return state;
    }

    /** What stopped at the biases of the layers gone through. */
    public double biases() {
        return biases;
    }
}
