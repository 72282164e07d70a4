package io.headstream.schema;

/**
 * How much of the graph is a trace's own, as its {@code nodes} and {@code relationships} say. What is counted here follows from schema.txt;
 * that the database has as much is for read/trace/size.cypher to say.
 *
 * @param positions tokens of the prompt; at least 1
 * @param activations of all kinds
 * @param uses those of them that are uses of a head or a neuron
 * @param edges between activations
 * @param tokenEdges from activations to tokens
 * @param fired strongest neurons of all layers
 * @param predictions most probable next tokens
 * @param patterns heads at all positions, each a use of its head
 * @param points residual sites at all positions
 */
public record TraceSize(
        int positions,
        int activations,
        int uses,
        int edges,
        int tokenEdges,
        int fired,
        int predictions,
        int patterns,
        int points) {
    /** The trace itself, its positions and activations, and what is kept whole. */
    public int nodes() {
        return 1 + positions + activations + patterns + points;
    }

    /** All that begin at its nodes. */
    public int relationships() {
        int ofModel = 1;
        int prompt = positions + positions + (positions - 1); // HAS_POSITION, IS, NEXT
        return ofModel + prompt + uses + edges + tokenEdges + fired + predictions + patterns;
    }
}
