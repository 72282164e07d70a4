package io.headstream.tracer.index;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import io.headstream.tracer.attribution.VocabularyProjection;
import io.headstream.tracer.attribution.VocabularyProjection.Reading;
import io.headstream.tracer.attribution.VocabularyProjection.TokenScore;
import io.headstream.tracer.model.Block;
import io.headstream.tracer.model.Linear;
import io.headstream.tracer.model.Transformer;
import java.util.ArrayList;
import java.util.List;

/** What a model's weights say in words, without any prompt: layer by layer, as the whole takes minutes (docs/model-index.md). */
public final class ModelIndex {
    private static final int TOKENS = 10;
    private static final int DETECTED = 5;

    private final Transformer transformer;
    private final VocabularyProjection lens;
    private final OvCircuits circuits;

    public ModelIndex(Transformer transformer) {
        this.transformer = transformer;
        this.lens = new VocabularyProjection(transformer.parameters(), 0, TOKENS, TOKENS);
        this.circuits = new OvCircuits(transformer);
    }

    /**
     * A neuron by its weights alone.
     *
     * @param promotes top of the vocabulary projection of its row of W_out
     * @param suppresses bottom of the same; ranks count from the top
     * @param entropy of that projection, in nats
     * @param detects top of the projection of its column of W_in, of W_gate in gated MLPs, whose sign decides whether it fires
     */
    public record NeuronEntry(
            List<TokenScore> promotes, List<TokenScore> suppresses, double entropy, List<TokenScore> detects) {}

    /** One layer's entries, by index of neuron and head. */
    public record Layer(List<NeuronEntry> neurons, List<HeadEntry> heads) {}

    /** Reads one layer. */
    public Layer layer(int l) {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            Block block = transformer.parameters().blocks().get(l).use().block(); // freed with the scope
            Linear keys = block.gate() == null ? block.in() : block.gate();
            List<Reading> values = lens.of(block.wOut());
            NDArray columns = keys.weight().transpose(); // [d_mlp, d_model]
            List<Reading> detected = lens.of(columns, neuron -> false);
            List<NeuronEntry> neurons = new ArrayList<>();
            for (int i = 0; i < values.size(); i++) {
                Reading value = values.get(i);
                List<TokenScore> first = detected.get(i).top();
                neurons.add(new NeuronEntry(
                        value.top(),
                        value.bottom(),
                        value.entropy().orElseThrow(),
                        first.subList(0, Math.min(DETECTED, first.size()))));
            }
            return new Layer(neurons, circuits.of(block));
        }
    }
}
