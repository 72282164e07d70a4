package io.headstream.ingest.hub;

import io.headstream.tracer.error.TraceException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;

/** Brings models from the hub into the cache folder. */
@Singleton
public class HubPuller {
    private final HubSettings settings;
    private final HubSnapshots snapshots;
    private final HubClient client;

    public HubPuller(HubSettings settings, HubSnapshots snapshots) {
        this.settings = settings;
        this.snapshots = snapshots;
        this.client = new HubClient(settings);
    }

    /**
     * Brings what is missing of a model; offline, takes what is there.
     *
     * @return the folder of its snapshot, complete
     * @throws TraceException naming what went wrong and the remedy; what has come by then is kept for the next pull
     * @throws InterruptedException where this thread was interrupted, at once, also in the middle of a file
     */
    public Path pull(HubId id, PullObserver observer) throws InterruptedException {
        if (settings.offline()) {
            return snapshots
                    .find(id)
                    .orElseThrow(
                            () -> new TraceException(
                                    "'" + id + "' is not whole in '" + settings.cache()
                                            + "', and HF_HUB_OFFLINE keeps from pulling it; unset HF_HUB_OFFLINE, or set HF_HOME to where it is"));
        }
        try {
            return new Pull(client, new HubCache(settings, id), id, observer).run();
        } catch (IOException e) {
            if (Thread.interrupted()) {
                throw (InterruptedException) new InterruptedException().initCause(e);
            }
            throw new TraceException(
                    "cache folder '" + settings.cache() + "' cannot be used: " + e
                            + ". Is it yours to write? HF_HOME or HF_HUB_CACHE name another",
                    e);
        }
    }
}
