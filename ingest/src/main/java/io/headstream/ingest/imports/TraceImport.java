package io.headstream.ingest.imports;

import static io.headstream.ingest.document.TraceDocument.number;
import static io.headstream.ingest.document.TraceDocument.text;

import io.headstream.cypher.Statements;
import io.headstream.ingest.changes.KeptInterventions;
import io.headstream.ingest.document.TraceDocument;
import io.headstream.ingest.graph.Batches;
import io.headstream.ingest.graph.DiskSpace;
import io.headstream.ingest.graph.GraphState;
import io.headstream.ingest.graph.TraceWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;

/** Writes an exported trace back as {@link TraceWriter} writes one, in one transaction with the model that it needs. */
@ApplicationScoped
public class TraceImport {
    private static final String ASIDE = " (replaced)"; // nobody sees it: it is gone before the transaction ends

    private final Driver driver;
    private final GraphState graph;
    private final DiskSpace disk;

    public TraceImport(Driver driver, GraphState graph, DiskSpace disk) {
        this.driver = driver;
        this.graph = graph;
        this.disk = disk;
    }

    /**
     * Labels and views that are here already stay as they are: whoever imports a trace takes what others say of it, and loses nothing of what
     * they said themselves.
     *
     * @param replace whether a trace of the same id gives way
     * @param by who brings the document's labels and views
     * @throws ImportRefusal if there is a trace of that id, or the graph's model is another; then nothing is changed
     */
    public Imported write(TraceDocument document, boolean replace, String by) throws InterruptedException {
        graph.await();
        disk.require();
        try (Session session = driver.session();
                Transaction tx = session.beginTransaction()) {
            boolean aside = setAside(tx, document.id(), replace);
            new ImportedModel(tx, document).write();
            TraceWriter.write(tx, new DocumentRows(document), done -> {});
            if (aside) {
                tx.run(Statements.write("trace/delete"), Map.of("trace", document.id() + ASIDE))
                        .consume();
            }
            requireWhole(tx, document);
            link(tx, document.id());
            Imported imported = Imported.of(
                    document,
                    kept(tx, "label/keep", Map.of("model", document.modelId(), "by", by), document.labels()),
                    kept(tx, "view/keep", Map.of("pass", document.pass().hash(), "by", by), document.views()));
            tx.commit();
            return imported;
        }
    }

    // one of the same id goes when the new one is written, or each look-up would go through what it was made of
    private static boolean setAside(Transaction tx, String id, boolean replace) {
        boolean found = tx.run(Statements.read("trace/exists"), Map.of("trace", id))
                .single()
                .get("found")
                .asBoolean();
        if (found && !replace) {
            throw ImportRefusal.exists(id);
        }
        if (found) {
            tx.run(Statements.write("trace/set-aside"), Map.of("trace", id, "aside", id + ASIDE))
                    .consume();
        }
        return found;
    }

    // whichever of a pair comes last
    private static void link(Transaction tx, String id) {
        for (Record row :
                tx.run(Statements.read("trace/unlinked"), Map.of("trace", id)).list()) {
            Map<String, Object> link = Map.of(
                    "trace", row.get("id").asString(),
                    "baseline", row.get("baseline").asString(),
                    "rows", KeptInterventions.rows(row.get("interventions").asString()));
            tx.run(Statements.write("trace/intervenes-on"), link).consume();
        }
    }

    private static List<String> kept(
            Transaction tx, String statement, Map<String, Object> parameters, List<Map<String, Object>> rows) {
        return Batches.run(tx, Statements.write(statement), parameters, rows).stream()
                .map(row -> row.get(0).asString())
                .toList();
    }

    // the statements pass over a head, neuron or token that the graph's model lacks; this does not
    private static void requireWhole(Transaction tx, TraceDocument document) {
        Record size = tx.run(Statements.read("trace/size"), Map.of("trace", document.id()))
                .single();
        Map<String, Object> said = document.trace();
        if (size.get("nodes").asInt() != number(said, "nodes")
                || size.get("relationships").asInt() != number(said, "relationships")) {
            throw ImportRefusal.conflict(
                    "the graph's model '" + document.modelId() + "' lacks heads, neurons or tokens that "
                            + "the document names; delete that model from the graph, or register it anew");
        }
    }

    /** What the answer says. */
    public record Imported(
            String trace,
            String model,
            int nodes,
            int relationships,
            @Schema(description = "components whose label or note here is another than the document's; it stays")
                    List<String> keptLabels,
            @Schema(description = "names of views that are others here than in the document; they stay")
                    List<String> keptViews) {
        private static Imported of(TraceDocument document, List<String> keptLabels, List<String> keptViews) {
            Map<String, Object> trace = new HashMap<>(document.trace());
            return new Imported(
                    document.id(),
                    text(trace, "model"),
                    number(trace, "nodes"),
                    number(trace, "relationships"),
                    keptLabels,
                    keptViews);
        }
    }
}
