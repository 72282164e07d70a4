package io.headstream.ingest.graph;

import io.headstream.schema.ActivationKind;
import io.headstream.schema.EdgeType;
import io.headstream.schema.TokenEdgeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A trace as the rows that {@link TraceWriter} writes, whether it was just traced or comes out of a document. Rows are made when they are asked
 * for, which may be on another thread; those of relationships are {@link Rows}'.
 *
 * @param <N> what tells the trace's activations apart
 */
public interface TraceRows<N> {
    /** The trace's id. */
    String id();

    /** The model's id. */
    String model();

    /** All properties of :Trace. */
    Map<String, Object> properties();

    /** Of a changed pass, the trace that it is compared with; documents have none. */
    default Optional<TraceHeader.Link> link() {
        return Optional.empty();
    }

    /** The prompt: index, text and token of each position, from 0. */
    List<Map<String, Object>> positions();

    /** The activations of one kind. */
    List<Node<N>> activations(ActivationKind kind);

    /**
     * Which head (or neuron) those activations are a use of that are told apart by one.
     *
     * @param elements the element id of an activation
     */
    List<List<Object>> uses(ActivationKind.Told told, Function<N, String> elements);

    /** Relationships of one type between activations. */
    List<List<Object>> edges(EdgeType type, Function<N, String> elements);

    /** Relationships of one type from activations to tokens. */
    List<List<Object>> tokenEdges(TokenEdgeType type, Function<N, String> elements);

    /** The layers' strongest neurons. */
    List<List<Object>> fired(Function<N, String> elements);

    /** All heads at all positions: properties of :HeadPattern but the trace's id. */
    List<Map<String, Object>> headPatterns();

    /** All residual sites at all positions: properties of :HookPoint but the trace's id. */
    List<Map<String, Object>> hookPoints();

    /** The answer: token, rank, logit and probability. */
    List<Map<String, Object>> predictions();

    /**
     * An activation.
     *
     * @param properties all of its own but the trace's id
     */
    record Node<N>(N id, Map<String, Object> properties) {}
}
