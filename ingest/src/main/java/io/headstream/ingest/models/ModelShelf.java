package io.headstream.ingest.models;

import io.headstream.ingest.hub.HubId;
import io.headstream.ingest.hub.HubSnapshots;
import io.headstream.tracer.checkpoint.Checkpoint;
import io.headstream.tracer.checkpoint.ForeignFolder;
import io.headstream.tracer.checkpoint.Provenance;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.family.ModelLoader;
import io.headstream.tracer.load.LoadedModel;
import io.headstream.tracer.model.Architecture;
import io.headstream.tracer.tokenizer.Vocabulary;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The checkpoints that can be traced: the folders under HEADSTREAM_MODELS, those added since, those whole in the hub's cache, and the few that
 * are in memory.
 */
@ApplicationScoped
public class ModelShelf {
    private static final long CANCEL_MILLIS = 200;

    private final Path root;

    private final HubSnapshots hub;
    private final String defaultName;
    private final Map<String, Path> added = new ConcurrentHashMap<>();
    private final Map<String, Instant> broughtAt = new ConcurrentHashMap<>();
    private final ReentrantLock lending = new ReentrantLock();
    private final ModelMemory memory;

    public ModelShelf(
            HubSnapshots hub,
            @ConfigProperty(name = "headstream.models") String root,
            @ConfigProperty(name = "headstream.default-model") String defaultName,
            @ConfigProperty(name = "headstream.models-in-memory") int inMemory,
            @ConfigProperty(name = "headstream.half-precision") boolean half) {
        this.hub = hub;
        this.root = Path.of(root).toAbsolutePath().normalize();
        this.defaultName = defaultName;
        this.memory = new ModelMemory(inMemory, half ? ModelLoader.Precision.AS_STORED : ModelLoader.Precision.F32);
    }

    /** Folders of models by name; where a folder here and one of the hub's are named alike, the hub's has its commit added. */
    public Map<String, Path> folders() {
        Map<String, Path> folders = local();
        hub.models().forEach((name, snapshot) -> {
            String free = folders.containsKey(name)
                    ? HubId.parse(name)
                            .map(id -> HubSnapshots.shortName(id, snapshot))
                            .orElse(name)
                    : name;
            folders.putIfAbsent(free, snapshot);
        });
        return folders;
    }

    /** What a folder is called here. */
    public String nameOf(Path folder) {
        return folders().entrySet().stream()
                .filter(entry -> entry.getValue().equals(folder))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> Provenance.of(folder).name());
    }

    /** Whether a source is a folder of this machine, or the name of one, rather than an id on the hub. */
    public boolean isLocal(String source) {
        return local().containsKey(source)
                || path(source)
                        .filter(folder ->
                                isModel(folder) || ForeignFolder.kind(folder).isPresent())
                        .isPresent();
    }

    /** By name, folders under HEADSTREAM_MODELS that are taken for models, and what each is instead. */
    public Map<String, String> foreign() {
        Map<String, String> kinds = new TreeMap<>();
        children().filter(folder -> !isModel(folder)).forEach(folder -> ForeignFolder.kind(folder)
                .ifPresent(kind -> kinds.put(folder.getFileName().toString(), kind)));
        return kinds;
    }

    private Map<String, Path> local() {
        Map<String, Path> folders = new TreeMap<>(added);
        folders.values().removeIf(folder -> !isModel(folder)); // moved or removed since
        children()
                .filter(ModelShelf::isModel)
                .forEach(f -> folders.put(f.getFileName().toString(), f));
        return folders;
    }

    private Stream<Path> children() {
        if (!Files.isDirectory(root)) {
            return Stream.of();
        }
        try (Stream<Path> children = Files.list(root)) {
            return children.filter(Files::isDirectory).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException("models folder '" + root + "' cannot be listed", e);
        }
    }

    public boolean isDefault(String name) {
        return name.equals(defaultName);
    }

    /**
     * The folder that a request means.
     *
     * @param model a name, the id of a model in memory, a hub id of which the cache has the revision, or absent for the default
     * @throws TraceException naming what is there instead
     */
    public Path find(Optional<String> model) {
        Map<String, Path> folders = folders();
        String name = model.orElse(
                folders.containsKey(defaultName) || folders.isEmpty()
                        ? defaultName
                        : folders.keySet().iterator().next());
        Path folder = folders.get(name);
        if (folder != null) {
            return folder;
        }
        Optional<Path> byId = byId(name);
        if (byId.isPresent()) {
            return byId.get();
        }
        Optional<HubId> id = HubId.parse(name);
        Optional<Path> snapshot = id.flatMap(hub::find);
        if (snapshot.isPresent()) {
            return snapshot.get();
        }
        String kind = foreign().get(name);
        if (kind != null) {
            throw new TraceException(kind);
        }
        throw new TraceException("model '" + name + "' is not known; "
                + (folders.isEmpty()
                        ? "no folder under '" + root + "' has a config.json"
                        : "known are " + String.join(", ", folders.keySet()))
                + ". Put its folder under HEADSTREAM_MODELS, add it with POST /api/models, or pull it from the hub: "
                + "headstream models pull " + id.map(HubId::toString).orElse("ORG/NAME"));
    }

    private Optional<Path> byId(String id) {
        return loaded().values().stream()
                .filter(m -> m.fingerprint().id().equals(id))
                .map(LoadedModel::folder)
                .findFirst();
    }

    /**
     * Adds a folder from elsewhere on this machine.
     *
     * @param source the folder, or the name of one that is here already
     * @return the folder
     */
    public Path add(String source) {
        Path folder = path(source)
                .filter(ModelShelf::isModel)
                .or(() -> Optional.ofNullable(local().get(source)))
                .orElseThrow(() -> new TraceException(notAdded(source)));
        if (Provenance.of(folder).revision().isPresent()) {
            return folder; // of the hub's cache, and so named by it
        }
        String name = folder.getFileName().toString();
        Path other = local().get(name);
        if (other != null && !other.equals(folder)) {
            throw new TraceException(
                    "a model named '" + name + "' is there already, in '" + other + "'; rename the folder");
        }
        added.put(name, folder);
        return folder;
    }

    /** Remembers that a model was brought just now, from a folder or from the hub. */
    void brought(String name) {
        broughtAt.put(name, Instant.now());
    }

    /** When a model was brought, of those that were since the server started. */
    Optional<Instant> broughtAt(String name) {
        return Optional.ofNullable(broughtAt.get(name));
    }

    // a folder that is there is told what it is, and nothing of the hub
    private static String notAdded(String source) {
        Optional<Path> folder = path(source).filter(Files::isDirectory);
        return folder.isPresent()
                ? ForeignFolder.withoutConfig(folder.get())
                : "'" + source
                        + "' is not a model folder of the server's, nor is it an id on the hub, such as openai-community/gpt2";
    }

    /** A model on loan: it stays in memory until this is closed. */
    public record Loan(LoadedModel model, ReentrantLock lock) implements AutoCloseable {
        @Override
        public void close() {
            lock.unlock();
        }
    }

    /**
     * Lends the model of a folder, loading it if it is not in memory; waits for whoever has one. The least used makes room.
     *
     * @param waiting run again and again while it waits; may throw to give up
     */
    public Loan lend(Path folder, Runnable waiting) throws InterruptedException {
        while (!lending.tryLock(CANCEL_MILLIS, TimeUnit.MILLISECONDS)) {
            waiting.run();
        }
        try {
            return new Loan(memory.load(folder), lending);
        } catch (RuntimeException | Error e) {
            lending.unlock();
            throw e;
        }
    }

    /** Waits for whoever has a model, and keeps others from having one; for what goes with a model's memory. */
    public ReentrantLock between() {
        lending.lock();
        return lending;
    }

    /**
     * A folder's architecture and vocabulary, from memory where the model is there, else from the disk, whose weights' header is checked.
     *
     * @throws TraceException naming what cannot be used and the remedy
     */
    public ModelReading read(Path folder) {
        return memory.read(folder).orElseGet(() -> {
            Architecture architecture = ModelLoader.describe(folder);
            Checkpoint.open(folder).close();
            Vocabulary vocabulary = Vocabulary.open(folder, architecture);
            return new ModelReading(architecture, vocabulary, vocabulary::close);
        });
    }

    /** What is in memory, by folder. */
    public Map<Path, LoadedModel> loaded() {
        return memory.models();
    }

    // a pass that did not end in time still reads a model's memory, which goes with the process
    @PreDestroy
    void close() {
        if (!lending.tryLock()) {
            return;
        }
        memory.clear();
    }

    private static Optional<Path> path(String source) {
        try {
            return Optional.of(Path.of(source).toAbsolutePath().normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    static boolean isModel(Path folder) {
        return Files.isRegularFile(folder.resolve("config.json"));
    }
}
