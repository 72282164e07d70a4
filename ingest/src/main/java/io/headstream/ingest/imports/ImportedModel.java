package io.headstream.ingest.imports;

import static io.headstream.ingest.document.TraceDocument.number;

import io.headstream.cypher.Statements;
import io.headstream.ingest.document.TraceDocument;
import io.headstream.ingest.graph.Batches;
import io.headstream.ingest.graph.WeightRows;
import io.headstream.schema.TraceFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.neo4j.driver.Transaction;

/**
 * The model of an imported trace. The graph's own is taken as it is; otherwise one is made of what the document tells, marked as
 * partial, and made whole when its weights are registered.
 */
final class ImportedModel {
    private final Transaction tx;
    private final TraceDocument document;

    ImportedModel(Transaction tx, TraceDocument document) {
        this.tx = tx;
        this.document = document;
    }

    void write() {
        Map<String, Object> stored = tx.run(Statements.write("model/begin"), Map.of("properties", document.model()))
                .single()
                .get("properties")
                .asMap();
        for (String size : TraceFormat.SHAPE) {
            if (!Objects.equals(stored.get(size), document.model().get(size))) {
                throw ImportRefusal.conflict(
                        "/model/" + size + " is " + document.model().get(size)
                                + ", and the model of that id in the graph has " + stored.get(size));
            }
        }
        if (Boolean.TRUE.equals(stored.get("partial"))) {
            rows(
                    "model/heads",
                    WeightRows.heads(number(document.model(), "layers"), number(document.model(), "heads")));
            rows("model/neurons", neurons());
            rows("model/tokens", document.tokens());
        }
    }

    private List<Map<String, Object>> neurons() {
        Stream<Map<String, Object>> used = document.nodes().stream()
                .filter(node -> node.containsKey("index"))
                .map(node -> WeightRows.neuron(number(node, "layer"), number(node, "index")));
        Stream<Map<String, Object>> fired = document.fires().stream()
                .map(edge -> WeightRows.neuron(DocumentRows.layer(edge), number(edge, "neuron")));
        return Stream.concat(used, fired).distinct().toList();
    }

    private void rows(String statement, List<Map<String, Object>> rows) {
        Batches.run(tx, Statements.write(statement), new HashMap<>(Map.of("model", document.modelId())), rows);
    }
}
