package io.headstream.ingest.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headstream.access.turns.Processors;
import io.headstream.ingest.Neo4jServer;
import io.headstream.ingest.models.ModelShelf;
import io.headstream.tracer.load.LoadedModel;
import io.headstream.tracer.trace.Progress;
import io.headstream.tracer.trace.Trace;
import io.headstream.tracer.trace.TraceRequest;
import io.headstream.tracer.trace.Tracer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/** A model that is written behind its first trace, on the sample's weights under an id of their own and a real Neo4j. */
@QuarkusTest
@QuarkusTestResource(Neo4jServer.class)
class ModelWriterIT {
    // golden/sample: six layers of 6 heads and 768 neurons, 4,096 tokens
    private static final int HEADS = 36;
    private static final int NEURONS = 4_608;
    private static final int TOKENS = 4_096;

    @Inject
    Driver driver;

    @Inject
    ModelShelf models;

    @Inject
    ModelWriter writer;

    @Inject
    TraceWriter traces;

    @Test
    void what_follows_a_trace_gives_way_to_the_next(@TempDir Path folder) throws Exception {
        Path copy = copy(folder, "\n\n\n\n");
        Processors processors = new Processors();
        ModelCompletion completion = new ModelCompletion(writer, processors);
        try (ModelShelf.Loan loan = models.lend(copy, () -> {})) {
            String id = loan.model().fingerprint().id();
            try (Processors.Use next = processors.trace()) {
                completion.after(loan.model());
                until(() -> count("MATCH (m:Model {id: $id, partial: true}) RETURN count(m)", id) == 1);
                Thread.sleep(500);
                assertThat(count("MATCH (t:Token {model: $id}) RETURN count(t)", id))
                        .isZero();
            }
            until(() -> writer.has(id));
            assertThat(count("MATCH (t:Token {model: $id}) RETURN count(t)", id))
                    .isEqualTo(TOKENS);
        } finally {
            completion.close();
        }
    }

    @Test
    void a_trace_loses_nothing_when_its_model_follows(@TempDir Path folder) throws Exception {
        Path copy = copy(folder, "\n\n\n");
        try (ModelShelf.Loan loan = models.lend(copy, () -> {})) {
            LoadedModel model = loan.model();
            String id = model.fingerprint().id();
            Trace trace = new Tracer(model)
                    .trace(TraceRequest.of(model.vocabulary().encode("Once upon a time")), Progress.NONE);
            writer.name(model, trace);
            assertThat(writer.has(id)).isFalse();
            assertThat(count("MATCH (:Model {id: $id, partial: true})-[:HAS_HEAD]->(h) RETURN count(h)", id))
                    .isEqualTo(HEADS);
            assertThat(count("MATCH (t:Token {model: $id}) RETURN count(t)", id))
                    .isBetween(1L, TOKENS - 1L);
            traces.write(trace, OnceUponATime.header("early", model), texts(model, trace), step -> {});
            assertThat(count("MATCH ({trace: 'early'})-[r]->(:Token) WHERE NOT r:IS RETURN count(r)", id))
                    .isEqualTo(trace.tokenEdges().size());
            assertThat(count("MATCH (:Trace {id: 'early'})-[r:PREDICTS]->() RETURN count(r)", id))
                    .isEqualTo(trace.predictions().size());
            assertThat(count("MATCH ({trace: 'early'})-[r:FIRES]->() RETURN count(r)", id))
                    .isEqualTo(trace.fired().size());
            assertThat(count("MATCH (n:NeuronActivation {trace: 'early'}) WHERE NOT (n)-[:OF]->() RETURN count(n)", id))
                    .isZero();
            long before = count("MATCH ({trace: 'early'})-[r]->() RETURN count(r)", id);

            AtomicInteger transactions = new AtomicInteger();
            assertThatThrownBy(() -> writer.write(ModelRows.of(model), () -> {
                        if (transactions.incrementAndGet() == 2) {
                            throw new CancellationException();
                        }
                    }))
                    .isInstanceOf(CancellationException.class);
            assertThat(writer.has(id)).as("cut off between two transactions").isFalse();

            writer.write(model);
            assertThat(writer.has(id)).isTrue();
            assertThat(count("MATCH (t:Token {model: $id}) RETURN count(t)", id))
                    .isEqualTo(TOKENS);
            assertThat(count("MATCH (:Model {id: $id})-[:HAS_NEURON]->(n) WHERE n.norm > 0 RETURN count(n)", id))
                    .isEqualTo(NEURONS);
            assertThat(count("MATCH (m:Model {id: $id}) WHERE m.partial IS NULL RETURN count(m)", id))
                    .isEqualTo(1);
            assertThat(count("MATCH ({trace: 'early'})-[r]->() RETURN count(r)", id))
                    .isEqualTo(before);
        }
    }

    private static void until(BooleanSupplier holds) throws InterruptedException {
        for (int wait = 0; !holds.getAsBoolean(); wait++) {
            assertThat(wait).as("tenths of a second waited").isLessThan(600);
            Thread.sleep(100);
        }
    }

    private Path copy(Path folder, String more) throws Exception {
        Path source = models.find(Optional.of("headstream-sample"));
        Path copy = Files.createDirectory(folder.resolve("follows"));
        try (Stream<Path> files = Files.list(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        Files.writeString(copy.resolve("config.json"), more, StandardOpenOption.APPEND);
        return copy;
    }

    private static List<String> texts(LoadedModel model, Trace trace) {
        return trace.tokens().stream().map(model.vocabulary()::text).toList();
    }

    private long count(String statement, String id) {
        try (Session session = driver.session()) {
            return session.run(statement, Map.of("id", id)).single().get(0).asLong();
        }
    }
}
