package io.headstream.standalone;

import java.util.Set;
import java.util.SplittableRandom;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.internal.kernel.api.Read;
import org.neo4j.kernel.impl.coreapi.InternalTransaction;

/** Reads the oldest nodes, the newest and some in between, with what hangs on them: some milliseconds, however large the graph is. */
record StoreSample(InternalTransaction transaction, Read data) {
    private static final int NODES = 500;
    private static final int MOST_TRIES = 100_000;
    private static final int RELATIONSHIPS = 10;
    /** What Headstream writes has properties, always. */
    private static final Set<String> OURS =
            Set.of("Trace", "Model", "Head", "Neuron", "Token", "Activation", "Position");

    /**
     * Reads nodes with ids below a bound.
     *
     * @throws RuntimeException where one cannot be read, or is not whole
     */
    void read(long bound) {
        read(0, 1, bound);
        read(bound - 1, -1, bound);
        SplittableRandom random = new SplittableRandom();
        for (int i = 0; i < NODES && bound > 0; i++) {
            long id = random.nextLong(bound);
            if (data.nodeExists(id)) {
                read(transaction.newNodeEntity(id));
            }
        }
    }

    private void read(long from, int step, long bound) {
        int seen = 0;
        for (long id = from, tries = 0;
                id >= 0 && id < bound && seen < NODES && tries < MOST_TRIES;
                id += step, tries++) {
            if (data.nodeExists(id)) {
                read(transaction.newNodeEntity(id));
                seen++;
            }
        }
    }

    private static void read(Node node) {
        boolean ours = false;
        for (Label label : node.getLabels()) {
            ours |= OURS.contains(label.name());
        }
        if (node.getAllProperties().isEmpty() && ours) {
            throw new IllegalStateException("its " + node.getLabels() + " have lost their properties");
        }
        int seen = 0;
        for (Relationship relationship : node.getRelationships()) {
            relationship.getAllProperties();
            relationship.getOtherNode(node).getLabels();
            if (++seen == RELATIONSHIPS) {
                return;
            }
        }
    }
}
