package io.headstream.ingest.hub;

import io.headstream.tracer.checkpoint.Checkpoint;
import io.headstream.tracer.error.TraceException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The models that are whole in the cache folder, whoever brought them there. Only names of files are looked at, so that listing is cheap. */
@Singleton
public class HubSnapshots {
    private static final String MODELS = "models--";
    private static final int SHORT_COMMIT = 7;

    private final HubSettings settings;
    // by snapshot; an index never changes, as its folder is named by its commit
    private final Map<Path, List<String>> shards = new ConcurrentHashMap<>();

    public HubSnapshots(HubSettings settings) {
        this.settings = settings;
    }

    /** By name: {@code org/name} for the commit of main or the only one, {@code org/name@1a2b3c4} for others. */
    public Map<String, Path> models() {
        Map<String, Path> models = new TreeMap<>();
        for (Path folder : children(settings.cache())) {
            String name = folder.getFileName().toString();
            if (name.startsWith(MODELS)) {
                HubId.parse(name.substring(MODELS.length()).replace("--", "/"))
                        .ifPresent(id -> models.putAll(revisions(id)));
            }
        }
        return models;
    }

    private Map<String, Path> revisions(HubId main) {
        HubCache cache = new HubCache(settings, main);
        List<Path> whole =
                children(cache.snapshots()).stream().filter(this::isWhole).toList();
        Optional<String> commit = commit(cache, main);
        Map<String, Path> models = new TreeMap<>();
        for (Path snapshot : whole) {
            String name = snapshot.getFileName().toString();
            boolean plain = whole.size() == 1 || commit.filter(name::equals).isPresent();
            models.put(plain ? main.repository() : shortName(main, snapshot), snapshot);
        }
        return models;
    }

    /** A name that tells the snapshot from others of its model. */
    public static String shortName(HubId id, Path snapshot) {
        return id.repository() + "@" + snapshot.getFileName().toString().substring(0, SHORT_COMMIT);
    }

    /** The whole snapshot of a revision, or of the commit that it begins. */
    public Optional<Path> find(HubId id) {
        HubCache cache = new HubCache(settings, id);
        Optional<Path> known = commit(cache, id).map(cache::snapshot);
        if (known.isEmpty() && id.revision().matches("[0-9a-f]{" + SHORT_COMMIT + ",40}")) {
            known = children(cache.snapshots()).stream()
                    .filter(s -> s.getFileName().toString().startsWith(id.revision()))
                    .findFirst();
        }
        return known.filter(this::isWhole);
    }

    private static Optional<String> commit(HubCache cache, HubId id) {
        try {
            return cache.commit(id);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    // a link whose blob is gone is no regular file
    private boolean isWhole(Path snapshot) {
        if (!snapshot.getFileName().toString().matches("[0-9a-f]{40}")
                || !Files.isRegularFile(snapshot.resolve(WantedFiles.CONFIG))) {
            return false;
        }
        return Files.isRegularFile(snapshot.resolve(WantedFiles.WEIGHTS))
                || Files.isRegularFile(snapshot.resolve(WantedFiles.INDEX)) && hasShards(snapshot);
    }

    private boolean hasShards(Path snapshot) {
        try {
            return shards.computeIfAbsent(snapshot, Checkpoint::weightFiles).stream()
                    .allMatch(shard -> Files.isRegularFile(snapshot.resolve(shard)));
        } catch (TraceException e) {
            return false; // no index that can be read
        }
    }

    private static List<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cache folder '" + folder + "' cannot be listed", e);
        }
    }
}
