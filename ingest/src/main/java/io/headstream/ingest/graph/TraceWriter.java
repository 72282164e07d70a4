package io.headstream.ingest.graph;

import io.headstream.cypher.Statements;
import io.headstream.schema.ActivationId;
import io.headstream.schema.ActivationKind;
import io.headstream.schema.ActivationKind.Told;
import io.headstream.schema.EdgeType;
import io.headstream.schema.TokenEdgeType;
import io.headstream.tracer.trace.Activation;
import io.headstream.tracer.trace.Trace;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;

/**
 * Writes a trace in batches within one transaction: a query sees all of it or nothing, and a writer that dies leaves nothing behind
 * (docs/decisions/one-transaction-a-trace.md).
 */
@ApplicationScoped
public class TraceWriter {
    /** Steps that `progress` counts: positions, activations, then each of relationships(). */
    public static final int STEPS = 2 + 4 + EdgeType.values().length + TokenEdgeType.values().length;

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
        try (Session session = driver.session();
                Transaction tx = session.beginTransaction()) {
            new Writing(tx, trace, header, progress).run(texts);
            tx.commit();
        }
    }

    private record Part(String statement, Map<String, Object> parameters, Supplier<List<?>> rows) {}

    private static final class Writing {
        private final Transaction tx;
        private final Trace trace;
        private final TraceHeader header;
        private final IntConsumer progress;
        private final Map<String, Object> ids;
        private final Map<ActivationId, String> elements = new HashMap<>();

        Writing(Transaction tx, Trace trace, TraceHeader header, IntConsumer progress) {
            this.tx = tx;
            this.trace = trace;
            this.header = header;
            this.progress = progress;
            this.ids = Map.of("model", header.model(), "trace", header.id());
        }

        void run(List<String> texts) {
            tx.run(Statements.write("trace"), Map.of("properties", header.properties(trace, texts)))
                    .consume();
            rows("positions", Map.of(), positions(texts));
            tx.run(Statements.write("next"), ids).consume();
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
            parts.add(new Part("head-edges", Map.of(), () -> components(Told.BY_HEAD)));
            parts.add(new Part("neuron-edges", Map.of(), () -> components(Told.BY_INDEX)));
            for (EdgeType type : EdgeType.values()) {
                parts.add(new Part("edges", Map.of("type", type.name()), () -> edges(type)));
            }
            for (TokenEdgeType type : TokenEdgeType.values()) {
                parts.add(new Part("token-edges", Map.of("type", type.name()), () -> tokenEdges(type)));
            }
            parts.add(new Part("fires", Map.of(), this::fired));
            parts.add(new Part("predicts", Map.of(), () -> trace.predictions().stream()
                    .map(Rows::prediction)
                    .toList()));
            return parts;
        }

        private List<Map<String, Object>> positions(List<String> texts) {
            List<Map<String, Object>> rows = new ArrayList<>();
            for (int p = 0; p < texts.size(); p++) {
                rows.add(Map.of(
                        "index",
                        p,
                        "text",
                        texts.get(p),
                        "token",
                        trace.tokens().get(p)));
            }
            return rows;
        }

        private void activations(ActivationKind kind) {
            List<Activation> some = trace.activations().stream()
                    .filter(a -> a.place().kind() == kind)
                    .toList();
            List<Map<String, Object>> rows =
                    some.stream().map(a -> Rows.activation(header.id(), a)).toList();
            List<Record> written = rows("activations", Map.of("label", kind.label()), rows);
            for (int i = 0; i < some.size(); i++) {
                elements.put(some.get(i).place(), written.get(i).get("id").asString());
            }
        }

        private List<?> components(Told told) {
            return trace.activations().stream()
                    .map(Activation::place)
                    .filter(place -> place.kind().told() == told)
                    .map(place -> Rows.component(element(place), place.layer(), place.number()))
                    .toList();
        }

        private List<?> edges(EdgeType type) {
            return trace.edges().stream()
                    .filter(e -> e.type() == type)
                    .map(e -> Rows.edge(element(e.from()), element(e.to()), e))
                    .sorted(Rows.BY_START)
                    .toList();
        }

        private List<?> tokenEdges(TokenEdgeType type) {
            return trace.tokenEdges().stream()
                    .filter(e -> e.type() == type)
                    .map(e -> Rows.tokenEdge(element(e.from()), e))
                    .toList();
        }

        private List<?> fired() {
            return trace.fired().stream()
                    .map(neuron -> Rows.fired(element(neuron.mlp()), neuron))
                    .toList();
        }

        private String element(ActivationId place) {
            return Objects.requireNonNull(elements.get(place), place::toString);
        }

        private List<Record> rows(String statement, Map<String, Object> more, List<?> rows) {
            Map<String, Object> parameters = new HashMap<>(ids);
            parameters.putAll(more);
            return Batches.run(tx, Statements.write(statement), parameters, rows);
        }
    }
}
