package io.headstream.tracer.attribution;

/**
 * The shares of one layer's parts in their wholes, at every position. In sequential blocks residPre, headKey and biasO make resid_mid,
 * and residMid and mlp make resid_post; in parallel ones residPre, headKey, biasO and mlp make resid_post. neuron and biasOut make mlp_out.
 * The shares in each whole sum to 1. A bias that the model does not have has none.
 *
 * @param parallel whether attention and MLP are added to the stream at once
 * @param residPre [pos]
 * @param headKey [query][head][key], keys up to the query
 * @param biasO [pos]
 * @param residMid [pos]; 0 in parallel blocks
 * @param mlp [pos]
 * @param neuron [pos][neuron]
 * @param biasOut [pos]
 */
public record LayerShares(
        boolean parallel,
        float[] residPre,
        float[][][] headKey,
        float[] biasO,
        float[] residMid,
        float[] mlp,
        float[][] neuron,
        float[] biasOut) {

    /** A head's share of the state that attention is added to: the sum over its keys. */
    public double head(int position, int head) {
        double sum = 0;
        for (float share : headKey[position][head]) {
            sum += share;
        }
        return sum;
    }

    /** attn_out's share of that state: its heads' and its bias's. */
    public double attention(int position) {
        double sum = biasO[position];
        for (int head = 0; head < headKey[position].length; head++) {
            sum += head(position, head);
        }
        return sum;
    }
}
