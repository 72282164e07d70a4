package io.headstream.ingest.hub;

import java.nio.file.Path;
import java.time.Duration;

/** Told how a pull goes; it may stop one by throwing. */
public interface PullObserver {
    /**
     * The model's config is there, before anything large is asked for.
     *
     * @param folder one that holds config.json for as long as this runs
     */
    void config(Path folder);

    /**
     * What is missing is about to be pulled.
     *
     * @param folder where it goes
     * @param missing bytes that are not there yet
     */
    void start(Path folder, long missing);

    /**
     * Some bytes are there.
     *
     * @param done bytes that are there, from the hub or in the cache already
     * @param total bytes of all files
     */
    void at(long done, long total);

    /** The hub is given time before it is asked again. */
    default void pause(Duration time) throws InterruptedException {
        Thread.sleep(time.toMillis());
    }
}
