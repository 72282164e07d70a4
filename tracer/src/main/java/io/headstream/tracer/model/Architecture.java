package io.headstream.tracer.model;

/**
 * The shape and the switches of a model: all that the forward pass knows of its family.
 *
 * @param context most positions in one pass
 * @param epsilon added to the variance in every norm
 * @param fusedQkv whether the checkpoint holds W_Q, W_K and W_V as one matrix, its columns in that order
 * @param scaleByLayer attention scores also divided by layer + 1 (GPT-2's scale_attn_by_inverse_layer_idx)
 */
public record Architecture(
        String family,
        int layers,
        int heads,
        int dModel,
        int dHead,
        int dMlp,
        int vocabulary,
        int context,
        float epsilon,
        ActivationFunction activation,
        boolean fusedQkv,
        boolean scaleScores,
        boolean scaleByLayer) {

    /** What attention scores of a layer are multiplied by. */
    public float attentionScale(int layer) {
        return (float) ((scaleScores ? 1 / Math.sqrt(dHead) : 1) / (scaleByLayer ? layer + 1 : 1));
    }
}
