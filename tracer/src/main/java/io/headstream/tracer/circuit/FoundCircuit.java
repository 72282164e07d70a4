package io.headstream.tracer.circuit;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A circuit and what it is worth. Metrics are means over the prompts that it is judged by, which were not used to find it.
 *
 * @param edges strongest first
 * @param metricFull of the model
 * @param metricEmpty where every edge is cut
 * @param metric of the circuit
 * @param faithfulness of the circuit (Hanna et al. 2024): 0 as no edge, 1 as the model
 * @param foundFaithfulness the same over the prompts that it was found with
 * @param complement faithfulness of the model without the circuit's edges; near 0 where the circuit is all there is (Marks et al. 2024, arXiv
 *     2403.19647, who call it completeness)
 * @param incompleteness mean over random halves K of the circuit of |m(C without K) - m(M without K)|, as a part of m(full) - m(empty) (Wang et
 *     al. 2022, arXiv 2211.00593)
 * @param random faithfulness of random circuits of as many edges, on ways from the embedding to the logits
 * @param trials circuits that were tried
 */
public record FoundCircuit(
        Nodes nodes,
        List<Edge> edges,
        double metricFull,
        double metricEmpty,
        double metric,
        double faithfulness,
        double foundFaithfulness,
        double complement,
        double incompleteness,
        List<Double> random,
        int trials) {
    /** The nodes that its edges join, ascending. */
    public int[] joined() {
        return edges.stream()
                .flatMapToInt(edge -> IntStream.of(edge.writer(), edge.reader()))
                .distinct()
                .sorted()
                .toArray();
    }

    /**
     * @param score by EAP-IG: what cutting it alone would take from the metric, to first order; a mean over the prompts it was found with
     */
    public record Edge(int writer, int reader, double score) {}
}
