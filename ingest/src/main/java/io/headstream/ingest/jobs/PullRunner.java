package io.headstream.ingest.jobs;

import io.headstream.ingest.graph.DiskSpace;
import io.headstream.ingest.hub.HubId;
import io.headstream.ingest.hub.HubPuller;
import io.headstream.ingest.hub.PullObserver;
import io.headstream.ingest.models.ModelCatalogue;
import io.headstream.ingest.models.ModelView;
import io.headstream.tracer.family.ModelLoader;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Duration;

/** Runs a pull: the model's files from the hub, then its heads, neurons and tokens into the graph. */
@ApplicationScoped
public class PullRunner {
    private static final Duration BETWEEN_REPORTS = Duration.ofMillis(200);

    private final HubPuller puller;
    private final ModelCatalogue catalogue;
    private final DiskSpace disk;

    public PullRunner(HubPuller puller, ModelCatalogue catalogue, DiskSpace disk) {
        this.puller = puller;
        this.catalogue = catalogue;
        this.disk = disk;
    }

    /** What a pull does, in one step; only reading what has come counts as an attempt, since a download goes on where it was. */
    Job.Work work(HubId id) {
        return job -> {
            run(job, id);
            return false;
        };
    }

    private void run(Job job, HubId id) throws InterruptedException {
        job.change(state -> state.at("download", 0));
        Path folder = job.interruptibly(() -> puller.pull(id, new Report(job)));
        job.begin();
        ModelView model = catalogue.register(folder, stage -> {
            job.stopIfCancelled();
            job.change(state -> state.at(stage, state.total()));
        });
        job.change(state -> state.bringing(model.name()));
    }

    private final class Report implements PullObserver {
        private final Job job;
        private long last = System.nanoTime() - BETWEEN_REPORTS.toNanos();

        private Report(Job job) {
            this.job = job;
        }

        @Override
        public void config(Path folder) {
            ModelLoader.describe(folder);
        }

        @Override
        public void start(Path folder, long missing) {
            disk.requireFor(folder, missing);
        }

        // thousands of chunks a second are no news
        @Override
        public void at(long done, long total) {
            if (done == total || System.nanoTime() - last > BETWEEN_REPORTS.toNanos()) {
                last = System.nanoTime();
                job.change(state -> state.at("download", done, total));
            }
        }

        @Override
        public void pause(Duration time) throws InterruptedException {
            job.change(state -> state.at("download: asking the hub again in " + time.toSeconds() + " s", state.done()));
            PullObserver.super.pause(time);
            job.change(state -> state.at("download", state.done()));
        }
    }
}
