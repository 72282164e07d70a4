package io.headstream.tracer.intervene;

import java.util.List;
import java.util.Map;

/** What an intervention puts in, beside its strength. */
public sealed interface Vector {
    /** Of kinds that put nothing in. */
    Vector NONE = new None();

    /** Nothing. */
    record None() implements Vector {}

    /** Given. */
    record Numbers(List<Float> values) implements Vector {}

    /** A token's column of W_U, d_model wide: the direction that raises its logit. */
    record Unembedding(int token) implements Vector {}

    /** A token's row of W_E, d_model wide. */
    record Embedding(int token) implements Vector {}

    /** A neuron's row of W_out, d_model wide. */
    record NeuronRow(int layer, int index) implements Vector {}

    /**
     * What is at the place in another prompt.
     *
     * @param tokens the prompt's ids
     * @param positions of this prompt to that of the other; by {@link Alignment} where empty
     */
    record OfPrompt(List<Integer> tokens, Map<Integer, Integer> positions) implements Vector {}

    /**
     * What the place becomes when a sender changes in what it reads, and nothing else.
     *
     * @param sender a head, or an MLP, before it; at all positions
     * @param from {@link #NONE} for 0, or its value in another prompt
     */
    record Path(At sender, Vector from) implements Vector {}

    /** What is at the place in one prompt minus what is in another, position by position; all prompts as long as the changed one. */
    record Difference(List<Integer> tokens, List<Integer> minus) implements Vector {}

    /**
     * The mean of what is at the place in some prompts.
     *
     * @param byPosition each position has its own mean, of prompts as long as the changed one; otherwise one over all positions
     */
    record MeanOf(List<List<Integer>> prompts, boolean byPosition) implements Vector {}
}
