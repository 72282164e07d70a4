package io.headstream.ingest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.headstream.tracer.TraceException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The models that can be traced. */
@Path("/api/models")
@Tag(name = "models", description = "The models that can be traced")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ModelResource {
    private final ModelCatalogue catalogue;

    public ModelResource(ModelCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** A list in an object, so that it can grow fields. */
    public record ModelList(List<ModelView> items) {}

    /** Where a model lies. */
    public record NewModel(
            @Schema(
                            description = "A folder on the server's machine, as Hugging Face writes it",
                            examples = "models/headstream-sample")
                    @JsonProperty("source")
                    String source) {}

    @GET
    @Operation(operationId = "listModels", summary = "The models that can be traced, and those that have been")
    @APIResponse(
            responseCode = "200",
            description = "The models",
            content = @Content(schema = @Schema(implementation = ModelList.class)))
    public ModelList list() {
        return new ModelList(catalogue.list());
    }

    @GET
    @Path("/{model}")
    @Operation(operationId = "getModel", summary = "A model by id or name")
    @APIResponse(
            responseCode = "200",
            description = "The model",
            content = @Content(schema = @Schema(implementation = ModelView.class)))
    @APIResponse(
            responseCode = "404",
            description = "No such model",
            content = @Content(mediaType = "application/problem+json"))
    public ModelView get(String model) {
        return catalogue.list().stream()
                .filter(m -> m.name().equals(model) || model.equals(m.id()))
                .findFirst()
                .orElseThrow(() -> HttpProblem.builder()
                        .withStatus(Response.Status.NOT_FOUND)
                        .withTitle("No such model")
                        .withDetail("model '" + model + "' is not known; GET /api/models lists those that are")
                        .build());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "addModel", summary = "Add a model from a folder, and write its heads, neurons and tokens")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(schema = @Schema(implementation = ModelView.class)))
    @APIResponse(
            responseCode = "400",
            description = "Not a model that can be traced",
            content = @Content(mediaType = "application/problem+json"))
    public Response add(NewModel model) throws InterruptedException {
        if (model == null || model.source() == null || model.source().isBlank()) {
            throw new TraceException("source is missing; give the folder of a model");
        }
        ModelView added = catalogue.add(model.source());
        return Response.created(URI.create("/api/models/" + added.name()))
                .entity(added)
                .build();
    }
}
