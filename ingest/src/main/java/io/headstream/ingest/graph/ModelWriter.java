package io.headstream.ingest.graph;

import io.headstream.cypher.Statements;
import io.headstream.tracer.checkpoint.Provenance;
import io.headstream.tracer.load.LoadedModel;
import io.headstream.tracer.model.Architecture;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;

/** Writes a model's weights into the graph, once: Model, Head, Neuron and Token nodes in one transaction. */
@ApplicationScoped
public class ModelWriter {
    private final Driver driver;

    public ModelWriter(Driver driver) {
        this.driver = driver;
    }

    /** Writes the model unless the graph has it; returns its id. */
    public String write(LoadedModel model) {
        String id = model.fingerprint().id();
        try (Session session = driver.session()) {
            if (!exists(session, id)) {
                try (Transaction tx = session.beginTransaction()) {
                    write(tx, id, model);
                    tx.commit();
                }
            }
        }
        return id;
    }

    private static boolean exists(Session session, String id) {
        return session.run(Statements.read("model/is-whole"), Map.of("model", id))
                .single()
                .get("found")
                .asBoolean();
    }

    private static void write(Transaction tx, String id, LoadedModel model) {
        tx.run(Statements.write("model/model"), Map.of("properties", properties(model)))
                .consume();
        Architecture a = model.architecture();
        Batches.run(tx, Statements.write("model/heads"), Map.of("model", id), WeightRows.heads(a.layers(), a.heads()));
        Batches.run(tx, Statements.write("model/neurons"), Map.of("model", id), neurons(model));
        Batches.run(tx, Statements.write("model/tokens"), Map.of("model", id), tokens(model));
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

    private static List<Map<String, Object>> neurons(LoadedModel model) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int layer = 0; layer < model.neuronNorms().size(); layer++) {
            float[] norms = model.neuronNorms().get(layer);
            for (int i = 0; i < norms.length; i++) {
                rows.add(WeightRows.neuron(layer, i, norms[i]));
            }
        }
        return rows;
    }

    private static List<Map<String, Object>> tokens(LoadedModel model) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int id = 0; id < model.vocabulary().size(); id++) {
            Map<String, Object> row =
                    new HashMap<>(Map.of("id", id, "text", model.vocabulary().spelling(id)));
            model.vocabulary().bytes(id).ifPresent(bytes -> row.put("bytes", bytes));
            rows.add(row);
        }
        return rows;
    }
}
