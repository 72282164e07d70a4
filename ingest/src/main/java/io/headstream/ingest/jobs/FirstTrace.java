package io.headstream.ingest.jobs;

import io.headstream.cypher.Statements;
import io.headstream.ingest.graph.GraphState;
import io.headstream.ingest.jobs.request.JobRequest;
import io.headstream.ingest.models.ModelCatalogue;
import io.headstream.tracer.error.TraceException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/**
 * Gives a newcomer something to look at: where it is configured and the graph has no trace, one prompt's is there at the start. Where it ships beside the
 * model it is taken from there, before the page is served; otherwise it is traced.
 */
@ApplicationScoped
public class FirstTrace {
    private static final Logger LOG = Logger.getLogger(FirstTrace.class);

    private static final String CALLER = "Headstream";
    private static final long MOST_SECONDS = 60;

    private final Optional<String> prompt;
    private final GraphState graph;
    private final Driver driver;
    private final Jobs jobs;
    private final ShippedTrace shipped;
    private final ModelCatalogue models;
    private final boolean first;
    private final boolean begun;
    private final CountDownLatch taken = new CountDownLatch(1);
    private volatile boolean stopping;

    public FirstTrace(
            @ConfigProperty(name = "headstream.first-prompt") Optional<String> prompt,
            @ConfigProperty(name = "headstream.embedded-data") Optional<String> embeddedData,
            @ConfigProperty(name = "headstream.schema-is-current", defaultValue = "false") boolean used,
            @ConfigProperty(name = "headstream.has-traces", defaultValue = "false") boolean begun,
            GraphState graph,
            Driver driver,
            Jobs jobs,
            ShippedTrace shipped,
            ModelCatalogue models) {
        this.prompt = prompt;
        this.graph = graph;
        this.driver = driver;
        this.jobs = jobs;
        this.shipped = shipped;
        this.models = models;
        this.begun = begun;
        this.first = embeddedData.isPresent() && !used;
    }

    // after GraphState, which it waits for; a database elsewhere may be away for long, and one that was used has traces
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER - 1) StartupEvent event)
            throws InterruptedException {
        if (prompt.isPresent() && !begun) {
            Thread thread = new Thread(this::make, "headstream-first-trace");
            thread.setDaemon(true);
            thread.start();
            if (first) {
                taken.await(MOST_SECONDS, TimeUnit.SECONDS);
            }
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    private void make() {
        try {
            graph.await();
            JobRequest request = JobRequest.of(prompt.orElseThrow(), List.of("example"));
            if (!anyTrace() && !comes(request)) {
                make(request);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TraceException e) {
            LOG.warnf("No first prompt was traced: %s", e.getMessage());
        } catch (RuntimeException e) {
            if (!stopping) { // then what it needs is gone already, and the next start makes it
                throw e;
            }
        } finally {
            taken.countDown();
        }
    }

    private void make(JobRequest request) throws InterruptedException {
        Optional<Path> model = shipped.write(request);
        taken.countDown();
        if (model.isEmpty()) {
            jobs.submit(request, CALLER);
        } else {
            models.register(model.get(), stage -> {}); // whose import has left it partial
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
            return session.run(Statements.read("trace/any"))
                    .single()
                    .get("found")
                    .asBoolean();
        }
    }
}
