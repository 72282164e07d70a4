package io.headstream.ingest.graph;

import io.headstream.cypher.Statements;
import io.headstream.schema.ActivationKind;
import io.headstream.schema.ActivationKind.Told;
import io.headstream.schema.EdgeType;
import io.headstream.schema.TokenEdgeType;
import io.headstream.tracer.trace.Trace;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;

/**
 * Writes a trace in batches within one transaction: a query sees all of it or nothing, and a writer that dies leaves nothing behind
 * (docs/decisions/one-transaction-a-trace.md). Traces that were just made and imported ones are written in the same order.
 */
@ApplicationScoped
public class TraceWriter {
    /** Steps that `progress` counts: positions, activations, then each of relationships(). */
    public static final int STEPS = 2 + 6 + EdgeType.values().length + TokenEdgeType.values().length;

    private final Driver driver;

    public TraceWriter(Driver driver) {
        this.driver = driver;
    }

    /**
     * @param header the trace's own properties
     * @param texts the prompt's tokens as text
     * @param progress told the steps done; throws to cancel, and then nothing is written
     */
    public void write(Trace trace, TraceHeader header, List<String> texts, IntConsumer progress) {
        write(trace, header, texts, progress, Transaction::commit);
    }

    /** The same, and taken back: every statement has been planned and run, and nobody has seen any of it. */
    public void rehearse(Trace trace, TraceHeader header, List<String> texts, IntConsumer progress) {
        write(trace, header, texts, progress, Transaction::rollback);
    }

    private void write(
            Trace trace, TraceHeader header, List<String> texts, IntConsumer progress, Consumer<Transaction> end) {
        try (Session session = driver.session();
                Transaction tx = session.beginTransaction()) {
            write(tx, new TracedRows(trace, header, texts), progress);
            end.accept(tx);
        }
    }

    /** The same within a transaction of the caller's, who commits it. */
    public static void write(Transaction tx, TraceRows<?> trace, IntConsumer progress) {
        new Writing<>(tx, trace, progress).run();
    }

    private record Part(String statement, Map<String, Object> parameters, Supplier<List<?>> rows) {}

    private static final class Writing<N> {
        private final Transaction tx;
        private final TraceRows<N> trace;
        private final IntConsumer progress;
        private final Map<String, Object> ids;
        private final Map<N, String> elements = new HashMap<>();

        Writing(Transaction tx, TraceRows<N> trace, IntConsumer progress) {
            this.tx = tx;
            this.trace = trace;
            this.progress = progress;
            this.ids = Map.of("model", trace.model(), "trace", trace.id());
        }

        void run() {
            tx.run(Statements.write("trace/trace"), Map.of("properties", trace.properties()))
                    .consume();
            rows("trace/positions", Map.of(), trace.positions());
            tx.run(Statements.write("trace/next"), ids).consume();
            trace.link().ifPresent(link -> tx.run(
                            Statements.write("trace/intervenes-on"),
                            Map.of("trace", trace.id(), "baseline", link.baseline(), "rows", link.rows()))
                    .consume());
            if (trace.properties().containsKey("generation")) {
                tx.run(Statements.write("trace/next-step"), ids).consume();
            }
            progress.accept(1);
            for (ActivationKind kind : ActivationKind.values()) {
                activations(kind);
            }
            progress.accept(2);
            inTurn(relationships());
        }

        // rows of the next statement are made while the database works on one
        private void inTurn(List<Part> parts) {
            CompletableFuture<List<?>> next =
                    CompletableFuture.supplyAsync(parts.get(0).rows());
            for (int i = 0; i < parts.size(); i++) {
                Part part = parts.get(i);
                List<?> rows = next.join();
                if (i + 1 < parts.size()) {
                    next = CompletableFuture.supplyAsync(parts.get(i + 1).rows());
                }
                rows(part.statement(), part.parameters(), rows);
                progress.accept(3 + i);
            }
        }

        private List<Part> relationships() {
            List<Part> parts = new ArrayList<>();
            parts.add(new Part("trace/head-uses", Map.of(), () -> trace.uses(Told.BY_HEAD, this::element)));
            parts.add(new Part("trace/neuron-uses", Map.of(), () -> trace.uses(Told.BY_INDEX, this::element)));
            for (EdgeType type : EdgeType.values()) {
                parts.add(new Part(
                        "trace/edges",
                        Map.of("type", type.name()),
                        () -> Rows.byStart(trace.edges(type, this::element))));
            }
            for (TokenEdgeType type : TokenEdgeType.values()) {
                parts.add(new Part(
                        "trace/token-edges", Map.of("type", type.name()), () -> trace.tokenEdges(type, this::element)));
            }
            parts.add(new Part("trace/fires", Map.of(), () -> trace.fired(this::element)));
            parts.add(new Part("trace/predicts", Map.of(), trace::predictions));
            parts.add(new Part("trace/head-patterns", Map.of(), () -> ofTrace(trace.headPatterns())));
            parts.add(new Part("trace/hook-points", Map.of(), () -> ofTrace(trace.hookPoints())));
            return parts;
        }

        private void activations(ActivationKind kind) {
            List<TraceRows.Node<N>> nodes = trace.activations(kind);
            List<Map<String, Object>> rows =
                    ofTrace(nodes.stream().map(TraceRows.Node::properties).toList());
            List<Record> written = rows("trace/activations", Map.of("label", kind.label()), rows);
            for (int i = 0; i < nodes.size(); i++) {
                elements.put(nodes.get(i).id(), written.get(i).get("id").asString());
            }
        }

        private List<Map<String, Object>> ofTrace(List<Map<String, Object>> rows) {
            return rows.stream().map(row -> Rows.ofTrace(trace.id(), row)).toList();
        }

        private String element(N activation) {
            return Objects.requireNonNull(elements.get(activation), activation::toString);
        }

        private List<Record> rows(String statement, Map<String, Object> more, List<?> rows) {
            Map<String, Object> parameters = new HashMap<>(ids);
            parameters.putAll(more);
            return Batches.run(tx, Statements.write(statement), parameters, rows);
        }
    }
}
