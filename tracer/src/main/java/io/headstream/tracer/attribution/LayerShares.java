package io.headstream.tracer.attribution;

/**
 * The shares of one layer's parts in their wholes, at every position. Of resid_mid: residPre, headKey and biasO sum to 1. Of resid_post:
 * residMid and mlp sum to 1. Of mlp_out: neuron and biasOut sum to 1.
 *
 * @param residPre [pos]
 * @param headKey [query][head][key], keys up to the query
 * @param biasO [pos]
 * @param residMid [pos]
 * @param mlp [pos]
 * @param neuron [pos][neuron]
 * @param biasOut [pos]
 */
public record LayerShares(
        float[] residPre,
        float[][][] headKey,
        float[] biasO,
        float[] residMid,
        float[] mlp,
        float[][] neuron,
        float[] biasOut) {

    /** A head's share of resid_mid: the sum over its keys. */
    public double head(int position, int head) {
        double sum = 0;
        for (float share : headKey[position][head]) {
            sum += share;
        }
        return sum;
    }

    /** attn_out's share of resid_mid: its heads' and its bias's. */
    public double attention(int position) {
        double sum = biasO[position];
        for (int head = 0; head < headKey[position].length; head++) {
            sum += head(position, head);
        }
        return sum;
    }
}
