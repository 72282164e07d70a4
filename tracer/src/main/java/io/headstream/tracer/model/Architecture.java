package io.headstream.tracer.model;

/**
 * The shape and the switches of a model: with {@link AttentionRule}, all that the forward pass knows of its family.
 *
 * @param context most positions in one pass
 * @param activation the MLP's non-linearity; of the gate, where it has one
 * @param parallel whether attention and MLP both read resid_pre and are added at once, so that there is no resid_mid
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
        ActivationFunction activation,
        boolean parallel,
        AttentionRule attention) {

    /** What attention scores of a layer are multiplied by. */
    public float scoreScale(int layer) {
        return (float) (attention.scoreScale() / (attention.scaleByLayer() ? layer + 1 : 1));
    }

    /** How many positions a layer's queries see, their own included; all, if no window is set. */
    public int window(int layer) {
        return attention.windows().isEmpty() ? context : attention.windows().get(layer);
    }
}
