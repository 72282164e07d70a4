package io.headstream.api.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An edge of the picture. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "FlowEdge")
public record Edge(
        String source,
        String target,
        @Schema(ref = "FlowEdgeKind") String kind,
        @Schema(description = "part of the residual state that the edge ends in") double share,
        @Nullable @Schema(description = "attention weight, of attend edges") Double weight) {}
