package io.headstream.tracer.circuit;

import java.util.Random;
import java.util.TreeSet;

/**
 * A circuit of a given size that was drawn: random ways from the embedding to the logits until they have so many edges. Edges drawn one by one would
 * hardly ever make a way.
 */
final class RandomCircuit {
    private RandomCircuit() {}

    static EdgeSet of(Nodes nodes, int size, Random random) {
        TreeSet<Integer> edges = new TreeSet<>();
        while (edges.size() < size) {
            int reader = nodes.logits();
            while (reader != Nodes.EMBED) {
                int writer = random.nextInt(nodes.writers(reader));
                edges.add(nodes.edge(writer, reader));
                reader = writer;
            }
        }
        return EdgeSet.of(nodes, edges.stream().mapToInt(Integer::intValue));
    }
}
