package io.headstream.ingest.http;

import io.headstream.access.caller.Caller;
import io.headstream.ingest.hub.HubId;
import io.headstream.ingest.jobs.JobState;
import io.headstream.ingest.jobs.Jobs;
import io.headstream.ingest.jobs.request.ModelRequest;
import io.headstream.ingest.models.ModelCatalogue;
import io.headstream.ingest.models.ModelShelf;
import io.headstream.ingest.models.ModelView;
import io.headstream.tracer.error.TraceException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.List;
import java.util.Optional;
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
@RolesAllowed("read")
public class ModelResource {
    private final ModelCatalogue catalogue;
    private final ModelShelf shelf;
    private final Jobs jobs;
    private final Caller caller;

    public ModelResource(ModelCatalogue catalogue, ModelShelf shelf, Jobs jobs, Caller caller) {
        this.catalogue = catalogue;
        this.shelf = shelf;
        this.jobs = jobs;
        this.caller = caller;
    }

    /** A list in an object, so that it can grow fields. */
    public record ModelList(List<ModelView> items) {}

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
    @Path("/{model: .+}")
    @Operation(
            operationId = "getModel",
            summary = "A model by id or name; a name's slash may be written as it is or as %2F")
    @APIResponse(
            responseCode = "200",
            description = "The model",
            content = @Content(schema = @Schema(implementation = ModelView.class)))
    @APIResponse(responseCode = "404", description = "No such model")
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
    @RolesAllowed("trace")
    @Path("/{model: .+}/index")
    @Operation(
            operationId = "indexModel",
            summary = "Read a model's weights into the graph: what each neuron promotes and detects, which heads copy",
            description = "Goes on where an earlier one stopped; done at once where all is there.")
    @APIResponse(
            responseCode = "202",
            description = "Accepted; its progress is at the Location, and two of the same model share it",
            content = @Content(schema = @Schema(implementation = JobState.class)))
    @APIResponse(responseCode = "404", description = "No such model")
    public Response index(String model) {
        JobState job = jobs.index(get(model).name(), caller.name());
        return Response.accepted(job)
                .location(URI.create("/api/jobs/" + job.id()))
                .build();
    }

    @POST
    @RolesAllowed("trace")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "addModel",
            summary = "Add a model from a folder, or pull one from the hub; its heads, neurons and tokens are written",
            description =
                    "A source is a folder where there is one with a config.json, or one here has that name; otherwise"
                            + " it is an id on the hub.")
    @APIResponse(
            responseCode = "201",
            description = "Added from a folder",
            content = @Content(schema = @Schema(implementation = ModelView.class)))
    @APIResponse(
            responseCode = "202",
            description =
                    "Being pulled from the hub; its progress is at the Location, and two pulls of the same share it",
            content = @Content(schema = @Schema(implementation = JobState.class)))
    @APIResponse(responseCode = "400", description = "Not a model that can be traced")
    public Response add(@NotNull(message = "a JSON body with a source is needed") ModelRequest request)
            throws InterruptedException {
        String source = Optional.ofNullable(request.source()).map(String::strip).orElse("");
        if (source.isEmpty()) {
            throw new TraceException("source is missing; give the folder of a model, or its id on the hub");
        }
        Optional<HubId> id = HubId.parse(source);
        if (id.isPresent() && !shelf.isLocal(source)) {
            JobState job = jobs.pull(id.get(), caller.name());
            return Response.accepted(job)
                    .location(URI.create("/api/jobs/" + job.id()))
                    .build();
        }
        ModelView added = catalogue.add(source);
        return Response.created(UriBuilder.fromPath("/api/models/{name}").build(added.name()))
                .entity(added)
                .build();
    }
}
