package io.headstream.ingest.jobs;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.headstream.ingest.jobs.request.IndexRequest;
import io.headstream.ingest.jobs.request.JobRequest;
import io.headstream.ingest.jobs.request.JobSubject;
import io.headstream.ingest.jobs.request.ModelRequest;
import io.headstream.ingest.store.DurableFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * The jobs on the disk, two files each: what was asked, and how far it is. They lie beside the graph and not in it, so that no Cypher sees them
 * (docs/decisions/jobs-beside-the-graph.md).
 */
final class JobStore implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(JobStore.class);
    private static final Pattern JOB = Pattern.compile("([0-9a-f-]{36})\\.json");
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final DurableFolder folder;

    private JobStore(DurableFolder folder) {
        this.folder = folder;
    }

    static JobStore open(Path folder) throws IOException {
        return new JobStore(DurableFolder.open(folder));
    }

    /** A job of an earlier process. */
    record Found(JobState state, JobSteps steps, String caller, long size) {}

    /** Keeps a new job; returns its size in bytes. */
    long add(JobState state, String caller) throws IOException {
        byte[] content = JSON.writeValueAsBytes(new KeptJob(
                KeptJob.VERSION,
                state.id(),
                state.kind(),
                caller,
                state.createdAt(),
                state.total(),
                state.notes(),
                JSON.valueToTree(state.request())));
        folder.write(job(state.id()), content);
        return content.length;
    }

    void keep(JobState state, JobSteps steps) throws IOException {
        folder.write(progress(state.id()), JSON.writeValueAsBytes(KeptProgress.of(state, steps)));
    }

    /** Forgets a job. */
    void remove(String id) throws IOException {
        folder.delete(job(id));
        folder.delete(progress(id));
    }

    /** The jobs of earlier processes, oldest first. What cannot be read is put aside, with a line in the log. */
    List<Found> load() throws IOException {
        List<Found> found = new ArrayList<>();
        for (String name : folder.names()) {
            if (JOB.matcher(name).matches()) {
                read(name, KeptJob.class, KeptJob.VERSION)
                        .flatMap(kept -> found(name, kept))
                        .ifPresent(found::add);
            }
        }
        found.sort(Comparator.comparing(job -> job.state().createdAt()));
        return found;
    }

    private Optional<Found> found(String name, KeptJob kept) {
        try {
            JobSubject request =
                    switch (kept.kind()) {
                        case trace, circuit -> JSON.treeToValue(kept.request(), JobRequest.class);
                        case pull -> JSON.treeToValue(kept.request(), ModelRequest.class);
                        case index -> JSON.treeToValue(kept.request(), IndexRequest.class);
                    };
            if (!name.equals(job(kept.id()))) {
                throw new IllegalArgumentException("it is of job " + kept.id());
            }
            KeptProgress progress = folder.has(progress(kept.id()))
                    ? read(progress(kept.id()), KeptProgress.class, KeptProgress.VERSION)
                            .orElse(null)
                    : null;
            JobSteps steps = progress == null ? JobSteps.FIRST : progress.steps();
            return Optional.of(new Found(
                    KeptStates.of(kept, request, Optional.ofNullable(progress)),
                    steps,
                    kept.caller(),
                    kept.request().toString().length()));
        } catch (IOException | RuntimeException e) {
            putAside(name, reason(e));
            return Optional.empty();
        }
    }

    private <T> Optional<T> read(String name, Class<T> type, int version) {
        try {
            var tree = JSON.readTree(folder.read(name));
            int found = tree.path("version").asInt(0);
            if (found > version) {
                LOG.warnf(
                        "%s was written by a later version of Headstream and is left as it is: that job does not go on",
                        name);
                return Optional.empty();
            }
            if (found < 1) {
                throw new IllegalArgumentException("it names no version");
            }
            return Optional.of(JSON.treeToValue(tree, type));
        } catch (IOException | RuntimeException e) {
            putAside(name, reason(e));
            return Optional.empty();
        }
    }

    private void putAside(String name, String why) {
        try {
            LOG.warnf("A job's file cannot be read (%s) and was put aside as %s", why, folder.setAside(name));
        } catch (IOException e) {
            LOG.warnf("A job's file, %s, cannot be read (%s)", name, why);
        }
    }

    // a parser's own message would quote what it read, a prompt perhaps
    private static String reason(Exception e) {
        return e instanceof JacksonException ? "it is no whole JSON of a job" : String.valueOf(e.getMessage());
    }

    private static String job(String id) {
        return id + ".json";
    }

    private static String progress(String id) {
        return id + ".progress.json";
    }

    @Override
    public void close() throws IOException {
        folder.close();
    }
}
