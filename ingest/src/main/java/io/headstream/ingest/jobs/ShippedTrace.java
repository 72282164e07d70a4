package io.headstream.ingest.jobs;

import io.headstream.access.caller.Caller;
import io.headstream.ingest.document.DocumentException;
import io.headstream.ingest.document.DocumentReader;
import io.headstream.ingest.document.TraceDocument;
import io.headstream.ingest.imports.TraceImport;
import io.headstream.ingest.jobs.request.JobRequest;
import io.headstream.ingest.models.ModelShelf;
import io.headstream.tracer.checkpoint.Fingerprint;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jboss.logging.Logger;

/** An exported trace that lies beside the default model: it is in the graph in less time than its pass would take to begin. */
@ApplicationScoped
public class ShippedTrace {
    private static final Logger LOG = Logger.getLogger(ShippedTrace.class);
    private static final String FILE = "example-trace.json.gz";

    private final ModelShelf models;
    private final TraceImport traces;

    public ShippedTrace(ModelShelf models, TraceImport traces) {
        this.models = models;
        this.traces = traces;
    }

    /**
     * Writes it as if it had been traced now, if it is what would be.
     *
     * @param wanted a prompt for the default model, traced as usual
     * @return the model's folder, whose weights are not in the graph yet; nothing where nothing was written
     */
    Optional<Path> write(JobRequest wanted) throws InterruptedException {
        Path folder = models.find(Optional.empty());
        try {
            Optional<TraceDocument> document = of(folder).filter(shipped -> isOf(shipped, wanted, folder));
            if (document.isEmpty()) {
                return Optional.empty();
            }
            traces.write(document.get().anew(), false, Caller.THIS_SERVER);
            return Optional.of(folder);
        } catch (IOException | DocumentException | HttpProblem e) {
            LOG.warnf("The prompt is traced, since '%s' was not taken: %s", folder.resolve(FILE), e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * What ships beside a model.
     *
     * @throws DocumentException if it is not sound
     */
    public static Optional<TraceDocument> of(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return Optional.of(DocumentReader.read(in));
        }
    }

    private boolean isOf(TraceDocument document, JobRequest wanted, Path folder) {
        return Objects.equals(document.trace().get("prompt"), wanted.prompt())
                && Objects.equals(document.trace().get("tags"), wanted.tags())
                && document.trace().get("distractor") != null // as a difference is wanted
                && models.nameOf(folder).equals(document.trace().get("modelName"))
                && Fingerprint.of(folder).id().equals(document.modelId());
    }
}
