package io.headstream.standalone.first;

import io.headstream.cypher.Schema;
import io.headstream.tracer.checkpoint.Fingerprint;
import io.headstream.tracer.checkpoint.Provenance;
import io.headstream.tracer.error.TraceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;
import org.neo4j.kernel.internal.Version;

/**
 * The graph that the build has laid ready ({@link LayReady}), as a new data folder begins with it: the schema, the shipped model's weights and its
 * example trace are there in the time that it takes to copy some files. Where it does not fit, a folder begins empty.
 *
 * @param archive where it lies
 */
public record ReadyGraph(Path archive) {
    static final String NEO4J = "neo4j";
    static final String SCHEMA = "schema";
    static final String MODEL = "model";
    static final String MODEL_NAME = "model-name";
    static final String PROMPT = "prompt";

    /** Where the model lies until the graph has found its data folder. */
    static final Path NOWHERE = Path.of("/laid-ready-by-the-build");

    private static final Logger LOG = Logger.getLogger(ReadyGraph.class);
    private static final Label MODELS = Label.label("Model");
    private static final Label TRACES = Label.label("Trace");

    /** The one that ./headstream names. */
    public static Optional<ReadyGraph> shipped() {
        return Optional.ofNullable(System.getProperty("headstream.ready-graph"))
                .map(Path::of)
                .filter(Files::isRegularFile)
                .map(ReadyGraph::new);
    }

    /**
     * What a new folder is to begin with, as it is configured.
     *
     * @param models the folder of models
     * @param model the default model's name, if it is not the shipped one
     * @param prompt the first prompt, if it is not the shipped one; empty for none
     */
    public record Wanted(Path models, Optional<String> model, Optional<String> prompt) {
        Path folder(String shipped) {
            return models.toAbsolutePath().normalize().resolve(model.orElse(shipped));
        }
    }

    /**
     * Puts it into a database's folder that has no database yet, whole or not at all.
     *
     * @throws IOException where the folder cannot be written
     */
    public void lay(Path home, Wanted wanted) throws IOException {
        NewFolder folder = new NewFolder(home.resolve("data"));
        if (!folder.isThere()) {
            Optional<Map<String, byte[]>> files = files(wanted);
            if (files.isPresent()) {
                folder.make(files.get());
            }
        }
    }

    private Optional<Map<String, byte[]>> files(Wanted wanted) {
        try {
            GraphArchive graph = new GraphArchive(archive);
            return fits(graph.about(), wanted) ? Optional.of(graph.read().files()) : Optional.empty();
        } catch (IOException e) {
            LOG.warnf("A new graph is made, since the one laid ready at '%s' cannot be used: %s", archive, e);
            return Optional.empty();
        }
    }

    private static boolean fits(Map<String, String> about, Wanted wanted) {
        Path folder = wanted.folder(about.getOrDefault(MODEL_NAME, ""));
        return Version.getNeo4jVersion().equals(about.get(NEO4J))
                && Schema.newest().equals(about.get(SCHEMA))
                && wanted.prompt()
                        .map(prompt -> prompt.equals(about.get(PROMPT)))
                        .orElse(true)
                && isOf(folder, about);
    }

    private static boolean isOf(Path folder, Map<String, String> about) {
        Provenance provenance = Provenance.of(folder);
        try {
            return Files.isRegularFile(folder.resolve("config.json"))
                    && provenance.revision().isEmpty()
                    && provenance.name().equals(about.get(MODEL_NAME))
                    && Fingerprint.of(folder).id().equals(about.get(MODEL));
        } catch (TraceException e) {
            return false; // told where the model is used
        }
    }

    /** Makes a graph that was laid this folder's own: where its model lies here, and that its trace is there since now. */
    public static void settle(GraphDatabaseService graph, Wanted wanted) {
        try (Transaction transaction = graph.beginTx()) {
            boolean laid = false;
            try (ResourceIterator<Node> models = transaction.findNodes(MODELS)) {
                while (models.hasNext()) {
                    laid |= settle(models.next(), wanted);
                }
            }
            if (laid) {
                try (ResourceIterator<Node> traces = transaction.findNodes(TRACES)) {
                    traces.forEachRemaining(trace -> trace.setProperty("createdAt", ZonedDateTime.now(ZoneOffset.UTC)));
                }
                transaction.commit();
            }
        }
    }

    private static boolean settle(Node model, Wanted wanted) {
        Path source = Path.of(String.valueOf(model.getProperty("source", "")));
        boolean laid = Objects.equals(source.getParent(), NOWHERE);
        if (laid) {
            Path folder = wanted.folder(source.getFileName().toString());
            model.setProperty("source", Provenance.of(folder).source());
        }
        return laid;
    }
}
