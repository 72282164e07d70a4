package io.headstream.ingest.models;

import io.headstream.cypher.Statements;
import io.headstream.ingest.chat.ChatTemplate;
import io.headstream.ingest.graph.DiskSpace;
import io.headstream.ingest.graph.GraphState;
import io.headstream.ingest.graph.ModelWriter;
import io.headstream.tracer.checkpoint.Checkpoint;
import io.headstream.tracer.checkpoint.Provenance;
import io.headstream.tracer.checkpoint.TokenizerFiles;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.family.ModelLoader;
import io.headstream.tracer.load.LoadedModel;
import io.headstream.tracer.tokenizer.Tokenizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.exceptions.Neo4jException;

/** What is known of every model, on disk, in memory and in the graph. */
@ApplicationScoped
public class ModelCatalogue {
    private final ModelShelf shelf;
    private final FolderContents contents;
    private final ModelWriter writer;
    private final GraphState graph;
    private final DiskSpace disk;
    private final Driver driver;

    public ModelCatalogue(
            ModelShelf shelf,
            FolderContents contents,
            ModelWriter writer,
            GraphState graph,
            DiskSpace disk,
            Driver driver) {
        this.shelf = shelf;
        this.contents = contents;
        this.writer = writer;
        this.graph = graph;
        this.disk = disk;
        this.driver = driver;
    }

    /** The default model first. */
    public List<ModelView> list() {
        Map<String, Map<String, Object>> inGraph = inGraph();
        Set<Object> ids =
                inGraph.values().stream().map(stored -> stored.get("id")).collect(Collectors.toSet());
        Map<Path, LoadedModel> loaded = shelf.loaded();
        List<ModelView> views = new ArrayList<>();
        shelf.folders().forEach((name, folder) -> {
            LoadedModel model = loaded.get(folder);
            Map<String, Object> stored = MovedFolders.take(inGraph, key(folder), folder, contents::id);
            ModelView view = model == null && stored != null
                    ? view(stored, name, Reading.of(folder), true, null)
                    : describe(
                            name,
                            folder,
                            model,
                            model != null && ids.contains(model.fingerprint().id()));
            views.add(shelf.isDefault(name) ? 0 : views.size(), view);
        });
        shelf.foreign().forEach((name, kind) -> views.add(view(Map.of(), name, Reading.NONE, false, kind)));
        Set<Object> listed = views.stream().map(ModelView::id).collect(Collectors.toSet());
        inGraph.values().stream()
                // of a folder that was moved the graph knows the old place
                .filter(stored -> !listed.contains(stored.get("id")))
                .forEach(stored -> views.add(view(
                        stored, String.valueOf(stored.get("name")), Reading.NONE, true, MovedFolders.whyNot(stored))));
        return views;
    }

    /** Told what is being done; may throw to stop it. */
    public interface Stages {
        void at(String stage);
    }

    /** Adds a folder, loads it and writes it. */
    public ModelView add(String source) throws InterruptedException {
        return register(shelf.add(source), stage -> {});
    }

    /** Loads a folder and writes its heads, neurons and tokens. */
    public ModelView register(Path folder, Stages stages) throws InterruptedException {
        stages.at("loading model");
        graph.await();
        try (ModelShelf.Loan loan = shelf.lend(folder, () -> stages.at("loading model"))) {
            stages.at("writing");
            disk.require();
            writer.write(loan.model());
            String name = shelf.nameOf(folder);
            shelf.brought(name);
            return describe(name, folder, loan.model(), true);
        }
    }

    private ModelView describe(String name, Path folder, @Nullable LoadedModel model, boolean inGraph) {
        Provenance provenance = Provenance.of(folder);
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("source", provenance.source());
        provenance.revision().ifPresent(revision -> properties.put("revision", revision));
        String problem = null;
        try {
            properties.putAll(
                    model == null ? ModelWriter.describe(ModelLoader.describe(folder)) : ModelWriter.properties(model));
            Checkpoint.requireWeights(folder);
        } catch (TraceException e) {
            problem = e.getMessage();
        }
        return view(properties, name, Reading.of(folder), inGraph, problem);
    }

    /**
     * What a model's folder can be asked in.
     *
     * @param refusal why its tokenizer is not taken, as far as it was tried: a list opens nothing
     */
    private record Reading(boolean text, boolean chat, Optional<String> refusal) {
        static final Reading NONE = new Reading(false, false, Optional.empty());

        static Reading of(Path folder) {
            Optional<String> refusal = Tokenizer.knownRefusal(folder);
            boolean text = !TokenizerFiles.of(folder).isEmpty() && refusal.isEmpty();
            return new Reading(text, text && ChatTemplate.isIn(folder), refusal);
        }
    }

    private ModelView view(
            Map<String, Object> p, String name, Reading reading, boolean inGraph, @Nullable String problem) {
        return new ModelView(
                (String) p.get("id"),
                name,
                (String) p.get("family"),
                whole(p.get("layers")),
                whole(p.get("heads")),
                whole(p.get("keyValueHeads")),
                whole(p.get("dModel")),
                whole(p.get("dMlp")),
                whole(p.get("vocabulary")),
                whole(p.get("context")),
                p.get("parameters") instanceof Number n ? n.longValue() : null,
                (String) p.get("dtype"),
                String.valueOf(p.getOrDefault("source", "")),
                (String) p.get("revision"),
                (String) p.get("sha256"),
                Stream.concat(
                                p.get("notes") instanceof List<?> notes
                                        ? notes.stream().map(String::valueOf)
                                        : Stream.of(),
                                reading.refusal().stream())
                        .toList(),
                reading.text(),
                reading.chat(),
                shelf.isDefault(name),
                inGraph,
                shelf.broughtAt(name).orElse(null),
                problem);
    }

    private static @Nullable Integer whole(@Nullable Object value) {
        return value instanceof Number n ? n.intValue() : null;
    }

    private static String key(Path folder) {
        Provenance provenance = Provenance.of(folder);
        return key(provenance.source(), provenance.revision().orElse(""));
    }

    private static String key(Object source, Object revision) {
        return source + "@" + revision;
    }

    // by source and revision; empty while the database is away, so that the models on disk can still be seen
    private Map<String, Map<String, Object>> inGraph() {
        Map<String, Map<String, Object>> models = new LinkedHashMap<>();
        try (Session session = driver.session()) {
            session.run(Statements.read("model/all")).forEachRemaining(record -> {
                Map<String, Object> properties = record.get("properties").asMap();
                models.put(
                        key(properties.getOrDefault("source", ""), properties.getOrDefault("revision", "")),
                        properties);
            });
        } catch (Neo4jException e) {
            return models;
        }
        return models;
    }
}
