package io.headstream.ingest.graph;

import io.headstream.cypher.Statements;
import io.headstream.tracer.checkpoint.Provenance;
import io.headstream.tracer.load.LoadedModel;
import io.headstream.tracer.model.Architecture;
import io.headstream.tracer.trace.Trace;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SimpleQueryRunner;

/**
 * Writes a model's weights into the graph: Model, Head, Neuron and Token nodes. Until all are there the model is marked as partial, so that
 * a writer that dies leaves a model that says so, and whoever writes it next goes on. Tokens and neurons by the ten thousand take longer
 * than a trace: {@link #name} writes those alone that a trace names, and the rest may follow it.
 */
@ApplicationScoped
public class ModelWriter {
    private final Driver driver;

    public ModelWriter(Driver driver) {
        this.driver = driver;
    }

    /** Whether the graph has all of the model. */
    public boolean has(String id) {
        try (Session session = driver.session()) {
            return session.run(Statements.read("model/is-whole"), Map.of("model", id))
                    .single()
                    .get("found")
                    .asBoolean();
        }
    }

    /** Writes the model unless the graph has it; returns its id. */
    public String write(LoadedModel model) {
        String id = model.fingerprint().id();
        if (!has(id)) {
            write(ModelRows.of(model), () -> {});
        }
        return id;
    }

    /**
     * Writes what the graph lacks of a model, some thousand nodes to a transaction: one that writes a trace meanwhile waits for few.
     *
     * @param between run before each transaction; throws to leave the model partial
     */
    synchronized void write(ModelRows model, Runnable between) {
        try (Session session = driver.session()) {
            session.executeWriteWithoutResult(tx -> begin(tx, model));
            Map<String, Object> id = Map.of("model", model.id());
            List<Map<String, Object>> neurons = model.neuronsWithout(neurons(session, id));
            List<Map<String, Object>> tokens = model.tokensWithout(tokens(session, id));
            batches(session, "model/neurons", id, neurons, between);
            batches(session, "model/tokens", id, tokens, between);
            session.executeWriteWithoutResult(
                    tx -> tx.run(Statements.write("model/model"), Map.of("properties", model.properties()))
                            .consume());
        }
    }

    /** Writes, of a model that the graph has not whole, the heads and what a trace names: its tokens and neurons. */
    public void name(LoadedModel model, Trace trace) {
        ModelRows named = ModelRows.named(model, trace);
        Map<String, Object> id = Map.of("model", named.id());
        try (Session session = driver.session()) {
            session.executeWriteWithoutResult(tx -> {
                begin(tx, named);
                Batches.run(tx, Statements.write("model/neurons"), id, named.neurons());
                Batches.run(tx, Statements.write("model/tokens"), id, named.tokens());
            });
        }
    }

    private static void begin(SimpleQueryRunner tx, ModelRows model) {
        tx.run(Statements.write("model/begin"), Map.of("properties", model.properties()))
                .consume();
        Batches.run(tx, Statements.write("model/heads"), Map.of("model", model.id()), model.heads());
    }

    private static Set<String> neurons(Session session, Map<String, Object> id) {
        return Set.copyOf(session.executeRead(tx -> tx.run(Statements.read("model/known-neurons"), id)
                .list(record -> record.get("name").asString())));
    }

    private static Map<Integer, String> tokens(Session session, Map<String, Object> id) {
        return session.executeRead(tx -> tx.run(Statements.read("model/known-tokens"), id).stream()
                .collect(Collectors.toMap(record -> record.get("id").asInt(), record -> record.get("text")
                        .asString())));
    }

    private static void batches(
            Session session,
            String statement,
            Map<String, Object> id,
            List<Map<String, Object>> rows,
            Runnable between) {
        Batches.each(rows, batch -> {
            between.run();
            session.executeWriteWithoutResult(tx -> Batches.run(tx, Statements.write(statement), id, batch));
        });
    }

    /** A model's properties, as in the graph. */
    public static Map<String, Object> properties(LoadedModel model) {
        Map<String, Object> properties = new LinkedHashMap<>(describe(model.architecture()));
        properties.put("id", model.fingerprint().id());
        properties.put("name", model.name());
        properties.put("dtype", model.transformer().weights().storedType());
        properties.put("parameters", model.transformer().weights().parameters());
        Provenance provenance = Provenance.of(model.folder());
        properties.put("source", provenance.source());
        provenance.revision().ifPresent(revision -> properties.put("revision", revision));
        properties.put("sha256", model.fingerprint().sha256());
        properties.put("files", model.fingerprint().files());
        if (!model.transformer().weights().notes().isEmpty()) {
            properties.put("notes", model.transformer().weights().notes());
        }
        return properties;
    }

    public static Map<String, Object> describe(Architecture a) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("family", a.family());
        properties.put("layers", a.layers());
        properties.put("heads", a.heads());
        properties.put("keyValueHeads", a.attention().keyValueHeads());
        properties.put("dModel", a.dModel());
        properties.put("dHead", a.dHead());
        properties.put("dMlp", a.dMlp());
        properties.put("vocabulary", a.vocabulary());
        properties.put("context", a.context());
        return properties;
    }
}
