package io.headstream.ingest.jobs;

import io.headstream.cypher.Statements;
import io.headstream.ingest.graph.Batches;
import io.headstream.ingest.graph.DiskSpace;
import io.headstream.ingest.graph.GraphState;
import io.headstream.ingest.graph.ModelWriter;
import io.headstream.ingest.jobs.request.IndexRequest;
import io.headstream.ingest.models.ModelShelf;
import io.headstream.tracer.attribution.VocabularyProjection.TokenScore;
import io.headstream.tracer.index.HeadEntry;
import io.headstream.tracer.index.ModelIndex;
import io.headstream.tracer.load.LoadedModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;

/**
 * Writes what a model's weights say, a layer to a transaction, and with each how many layers are done: a job that was stopped goes on where
 * it was, and nothing is written twice.
 */
@ApplicationScoped
public class IndexRunner {
    private static final String STAGE = "reading weights";

    private final GraphState graph;
    private final ModelShelf models;
    private final ModelWriter modelWriter;
    private final DiskSpace disk;
    private final Driver driver;

    public IndexRunner(GraphState graph, ModelShelf models, ModelWriter modelWriter, DiskSpace disk, Driver driver) {
        this.graph = graph;
        this.models = models;
        this.modelWriter = modelWriter;
        this.disk = disk;
        this.driver = driver;
    }

    /** What an index does, a layer to a step. */
    Job.Work work(IndexRequest request) {
        return job -> step(job, models.find(Optional.of(request.model())));
    }

    private boolean step(Job job, Path folder) throws InterruptedException {
        job.begin();
        job.change(state -> state.at(state.done() == 0 ? "loading model" : STAGE, state.done()));
        graph.await(job::stopIfCancelled);
        try (ModelShelf.Loan loan = models.lend(folder, job::stopIfCancelled);
                Session session = driver.session()) {
            job.stopIfCancelled();
            job.opened();
            LoadedModel model = loan.model();
            String id = modelWriter.write(model);
            int layers = model.architecture().layers();
            int layer = done(session, id);
            if (layer < layers) {
                disk.require();
                job.change(state -> state.at(STAGE, layer, layers));
                write(session, id, layer, new ModelIndex(model.transformer()).layer(layer));
            }
            int done = Math.min(layers, layer + 1);
            job.pass(state -> state.at(STAGE, done, layers).bringing(model.name()));
            return done < layers;
        }
    }

    private static int done(Session session, String id) {
        return session.run(Statements.read("index/layers"), Map.of("model", id))
                .single()
                .get("layers")
                .asInt();
    }

    private static void write(Session session, String id, int layer, ModelIndex.Layer entries) {
        try (Transaction tx = session.beginTransaction()) {
            Map<String, Object> place = Map.of("model", id, "layer", layer);
            Batches.run(tx, Statements.write("index/neurons"), place, neurons(entries));
            Batches.run(tx, Statements.write("index/heads"), place, heads(entries));
            tx.run(Statements.write("index/layer"), place).consume();
            tx.commit();
        }
    }

    private static List<Map<String, Object>> neurons(ModelIndex.Layer entries) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < entries.neurons().size(); i++) {
            ModelIndex.NeuronEntry neuron = entries.neurons().get(i);
            rows.add(Map.of(
                    "index",
                    i,
                    "entropy",
                    neuron.entropy(),
                    "promotes",
                    tokens(neuron.promotes()),
                    "suppresses",
                    tokens(neuron.suppresses()),
                    "detects",
                    tokens(neuron.detects())));
        }
        return rows;
    }

    private static List<Map<String, Object>> tokens(List<TokenScore> scores) {
        return scores.stream()
                .filter(TokenScore::isFinite)
                .map(s -> Map.<String, Object>of("token", s.token(), "rank", s.rank(), "logit", s.logit()))
                .toList();
    }

    private static List<Map<String, Object>> heads(ModelIndex.Layer entries) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int h = 0; h < entries.heads().size(); h++) {
            HeadEntry head = entries.heads().get(h);
            Map<String, Object> row = new HashMap<>();
            row.put("head", h);
            row.put(
                    "copyingScore",
                    head.copyingScore().isPresent() ? head.copyingScore().getAsDouble() : null);
            row.put(
                    "copies",
                    head.copies().stream()
                            .map(c -> Map.of("token", c.token(), "rank", c.rank(), "logit", c.logit()))
                            .toList());
            rows.add(row);
        }
        return rows;
    }
}
