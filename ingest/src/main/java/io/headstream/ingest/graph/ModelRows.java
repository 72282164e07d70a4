package io.headstream.ingest.graph;

import io.headstream.schema.ActivationKind.Told;
import io.headstream.tracer.attribution.VocabularyProjection.TokenScore;
import io.headstream.tracer.load.LoadedModel;
import io.headstream.tracer.model.Architecture;
import io.headstream.tracer.tokenizer.Vocabulary;
import io.headstream.tracer.trace.Activation;
import io.headstream.tracer.trace.TokenEdge;
import io.headstream.tracer.trace.Trace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A model's weights, all or some, as the statements in write/model take them. It holds nothing of the model itself, which may leave the memory.
 *
 * @param properties those of :Model
 */
record ModelRows(
        String id,
        Map<String, Object> properties,
        List<Map<String, Object>> heads,
        List<Map<String, Object>> neurons,
        List<Map<String, Object>> tokens) {
    private record Neuron(int layer, int index) {}

    /** All of a model's. */
    static ModelRows of(LoadedModel model) {
        List<float[]> norms = model.neuronNorms();
        Stream<Neuron> neurons = IntStream.range(0, norms.size())
                .boxed()
                .flatMap(layer -> IntStream.range(0, norms.get(layer).length).mapToObj(i -> new Neuron(layer, i)));
        return of(model, neurons, IntStream.range(0, model.vocabulary().size()));
    }

    /** All heads, and those neurons and tokens that a trace has relationships to. */
    static ModelRows named(LoadedModel model, Trace trace) {
        Stream<Neuron> used = trace.activations().stream()
                .map(Activation::place)
                .filter(place -> place.kind().told() == Told.BY_INDEX)
                .map(place -> new Neuron(place.layer(), place.number()));
        Stream<Neuron> fired =
                trace.fired().stream().map(neuron -> new Neuron(neuron.mlp().layer(), neuron.index()));
        IntStream tokens = IntStream.concat(
                trace.tokens().stream().mapToInt(Integer::intValue),
                IntStream.concat(
                        trace.tokenEdges().stream().mapToInt(TokenEdge::token),
                        trace.predictions().stream().mapToInt(TokenScore::token)));
        return of(model, Stream.concat(used, fired).distinct(), tokens.distinct());
    }

    private static ModelRows of(LoadedModel model, Stream<Neuron> neurons, IntStream tokens) {
        Architecture a = model.architecture();
        List<float[]> norms = model.neuronNorms();
        return new ModelRows(
                model.fingerprint().id(),
                ModelWriter.properties(model),
                WeightRows.heads(a.layers(), a.heads()),
                neurons.map(n -> WeightRows.neuron(n.layer(), n.index(), norms.get(n.layer())[n.index()]))
                        .toList(),
                tokens.mapToObj(token -> token(model.vocabulary(), token)).toList());
    }

    private static Map<String, Object> token(Vocabulary vocabulary, int id) {
        Map<String, Object> row = new HashMap<>(Map.of("id", id, "text", vocabulary.spelling(id)));
        vocabulary.bytes(id).ifPresent(bytes -> row.put("bytes", bytes));
        return row;
    }

    /** @param stored names of neurons that the graph has with their norms */
    List<Map<String, Object>> neuronsWithout(Set<String> stored) {
        return neurons.stream()
                .filter(row -> !stored.contains(String.valueOf(row.get("name"))))
                .toList();
    }

    /** @param stored texts of the tokens that the graph has, by id; one with another text is not left out */
    List<Map<String, Object>> tokensWithout(Map<Integer, String> stored) {
        return tokens.stream()
                .filter(row -> !Objects.equals(row.get("text"), stored.get((Integer) row.get("id"))))
                .toList();
    }
}
