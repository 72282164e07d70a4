package io.headstream.ingest.jobs;

import io.headstream.cypher.Statements;
import io.headstream.ingest.graph.GraphState;
import io.headstream.ingest.jobs.request.JobRequest;
import io.headstream.tracer.error.TraceException;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/** Gives a newcomer something to look at: where it is configured and the graph has no trace, one prompt is traced at the start. */
@ApplicationScoped
public class FirstTrace {
    private static final Logger LOG = Logger.getLogger(FirstTrace.class);

    private static final String CALLER = "Headstream";

    private final Optional<String> prompt;
    private final GraphState graph;
    private final Driver driver;
    private final Jobs jobs;

    public FirstTrace(
            @ConfigProperty(name = "headstream.first-prompt") Optional<String> prompt,
            GraphState graph,
            Driver driver,
            Jobs jobs) {
        this.prompt = prompt;
        this.graph = graph;
        this.driver = driver;
        this.jobs = jobs;
    }

    void start(@Observes StartupEvent event) {
        if (prompt.isPresent()) {
            Thread thread = new Thread(this::trace, "headstream-first-trace");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void trace() {
        try {
            graph.await();
            JobRequest request = JobRequest.of(prompt.orElseThrow(), List.of("example"));
            if (!anyTrace() && !comes(request)) {
                jobs.submit(request, CALLER);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TraceException e) {
            LOG.warnf("No first prompt was traced: %s", e.getMessage());
        }
    }

    // kept from the last start: a trace is on its way, or this one ends the process each time it is made
    private boolean comes(JobRequest request) {
        return jobs.list().stream()
                .filter(job -> job.kind() == JobState.Kind.trace)
                .anyMatch(job -> !job.phase().isFinal()
                        || (job.request().equals(request) && !job.failures().isEmpty()));
    }

    private boolean anyTrace() {
        try (Session session = driver.session()) {
            return session.run(Statements.read("any-trace"))
                    .single()
                    .get("found")
                    .asBoolean();
        }
    }
}
