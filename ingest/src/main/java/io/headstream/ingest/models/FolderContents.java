package io.headstream.ingest.models;

import io.headstream.tracer.checkpoint.Checkpoint;
import io.headstream.tracer.checkpoint.Fingerprint;
import io.headstream.tracer.checkpoint.TokenizerFiles;
import io.headstream.tracer.error.TraceException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What is in folders that nobody has loaded: weights may be many gigabytes, and are read once, behind whoever asks, until they change. */
@ApplicationScoped
public class FolderContents {
    private static final long PATIENCE_MILLIS = 1000;

    private final Map<List<String>, CompletableFuture<Optional<String>>> ids = new ConcurrentHashMap<>();
    private final ExecutorService reader = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "headstream-folders");
        thread.setDaemon(true);
        return thread;
    });

    /** The id that a folder's checkpoint has; empty where it cannot be read, and as long as that takes more than a second. */
    Optional<String> id(Path folder) {
        try {
            return ids.computeIfAbsent(state(folder), now -> CompletableFuture.supplyAsync(() -> read(folder), reader))
                    .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<String> read(Path folder) {
        try {
            return Optional.of(Fingerprint.of(folder).id());
        } catch (TraceException e) {
            return Optional.empty();
        }
    }

    // what changes where its weights do
    private static List<String> state(Path folder) {
        List<String> state = new ArrayList<>(List.of(folder.toString()));
        try {
            Checkpoint.weightFiles(folder).forEach(name -> state.add(TokenizerFiles.stamp(folder, name)));
        } catch (TraceException e) {
            state.add("cannot be read");
        }
        return state;
    }

    @PreDestroy
    void stop() {
        reader.shutdownNow();
    }
}
