package io.headstream.api.trace;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/traces")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Traces")
@RolesAllowed("read")
public class TraceResource {
    private final Traces traces;

    public TraceResource(Traces traces) {
        this.traces = traces;
    }

    @GET
    @Operation(operationId = "listTraces", summary = "Lists traces, newest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of traces",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TracePage.class)))
    @APIResponse(responseCode = "400", description = "No such cursor, or a limit out of range")
    public TracePage list(
            @Parameter(description = "id or name of the model") @QueryParam("model") @Nullable String model,
            @Parameter(description = "part of the prompt", example = "Mary") @QueryParam("query") @Nullable
                    String query,
            @QueryParam("tag") @Nullable String tag,
            @Parameter(description = "`next` of the page before") @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
        return traces.page(new TraceFilter(model, query, tag, after, limit));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getTrace", summary = "A trace with its prompt and its predictions")
    @APIResponse(
            responseCode = "200",
            description = "The trace",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Trace.class)))
    @APIResponse(responseCode = "404", description = "No such trace")
    public Trace get(@PathParam("id") String id) {
        return traces.get(id);
    }

    @DELETE
    @RolesAllowed("trace")
    @Path("/{id}")
    @Operation(
            operationId = "deleteTrace",
            summary = "Deletes a trace with all that is its own; weights and tokens stay")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "404", description = "No such trace")
    public void delete(@PathParam("id") String id) {
        traces.delete(id);
    }
}
