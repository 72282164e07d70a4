package io.headstream.ingest.graph;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the graph can take traces. */
@Readiness
@ApplicationScoped
public class GraphHealth implements HealthCheck {
    private final GraphState graph;

    public GraphHealth(GraphState graph) {
        this.graph = graph;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("graph schema").status(graph.isReady()).build();
    }
}
