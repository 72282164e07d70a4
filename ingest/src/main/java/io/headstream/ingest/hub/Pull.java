package io.headstream.ingest.hub;

import io.headstream.tracer.checkpoint.Checkpoint;
import io.headstream.tracer.checkpoint.ForeignFolder;
import io.headstream.tracer.error.TraceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One revision of one model on its way into the cache. First all blobs, then the links to them, the config's last, then the branch: whoever
 * looks at the snapshot in between sees no config, and so no model.
 */
final class Pull {
    private final HubClient client;
    private final HubCache cache;
    private final HubId id;
    private final PullObserver observer;
    private long done;
    private long total;

    Pull(HubClient client, HubCache cache, HubId id, PullObserver observer) {
        this.client = client;
        this.cache = cache;
        this.id = id;
        this.observer = observer;
    }

    /** Returns the snapshot's folder. */
    Path run() throws IOException, InterruptedException {
        HubListing listing = client.list(id, observer);
        if (WantedFiles.isAdapter(listing)) {
            apart(listing.commit(), file(listing, ForeignFolder.ADAPTER), folder -> {
                throw new TraceException(ForeignFolder.withoutConfig(folder));
            });
        }
        WantedFiles.require(id, listing);
        HubFile config = file(listing, WantedFiles.CONFIG);
        apart(listing.commit(), config, folder -> {
            observer.config(folder);
            return folder;
        });

        List<HubFile> files = new ArrayList<>();
        for (String small : WantedFiles.small(listing)) {
            files.add(file(listing, small));
        }
        files.addAll(weights(listing));
        files.add(config);

        done = 0;
        total = files.stream().mapToLong(HubFile::size).sum();
        observer.start(cache.folder(), missing(listing.commit(), files));
        for (HubFile file : files) {
            bring(listing.commit(), file);
            done += file.size();
            observer.at(done, total);
        }
        for (HubFile file : files) {
            cache.link(listing.commit(), file);
        }
        cache.remember(id, listing.commit());
        return cache.snapshot(listing.commit());
    }

    private List<HubFile> weights(HubListing listing) throws IOException, InterruptedException {
        if (!WantedFiles.isSharded(listing)) {
            return List.of(file(listing, WantedFiles.WEIGHTS));
        }
        HubFile index = file(listing, WantedFiles.INDEX);
        List<HubFile> files = new ArrayList<>(List.of(index));
        for (String shard : apart(listing.commit(), index, Checkpoint::weightFiles)) {
            files.add(file(listing, shard));
        }
        return files;
    }

    private HubFile file(HubListing listing, String path) throws InterruptedException {
        Optional<HubFile> listed = listing.files().get(path);
        if (listed == null) {
            throw new TraceException(
                    WantedFiles.INDEX + " of '" + id + "' names '" + path + "', which the repository does not have");
        }
        return listed.isPresent() ? listed.get() : client.describe(id, listing.commit(), path, observer);
    }

    private long missing(String commit, List<HubFile> files) throws IOException {
        long missing = 0;
        for (HubFile file : files) {
            missing += file.size() - cache.present(commit, file);
        }
        return missing;
    }

    private void bring(String commit, HubFile file) throws IOException, InterruptedException {
        if (cache.isHere(commit, file)) {
            return;
        }
        try (BlobLock lock = BlobLock.take(cache.lock(file))) {
            if (!cache.isHere(commit, file)) {
                new BlobDownload(client, cache, id, commit, file, bytes -> observer.at(done + bytes, total))
                        .run(new Patience(observer));
            }
        }
    }

    // brings a small file and reads it in a folder of its own, as the snapshot shows none before it shows all
    private <T> T apart(String commit, HubFile file, Function<Path, T> reader)
            throws IOException, InterruptedException {
        bring(commit, file);
        Path blob = cache.blob(file);
        Path folder = Files.createTempDirectory("headstream-pull");
        Path copy = folder.resolve(file.path());
        try {
            Files.copy(Files.exists(blob) ? blob : cache.snapshot(commit).resolve(file.path()), copy);
            return reader.apply(folder);
        } catch (TraceException e) {
            throw new TraceException(String.valueOf(e.getMessage()).replace(folder.toString(), id.toString()), e);
        } finally {
            Files.deleteIfExists(copy);
            Files.delete(folder);
        }
    }
}
