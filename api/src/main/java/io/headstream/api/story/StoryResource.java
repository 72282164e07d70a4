package io.headstream.api.story;

import jakarta.annotation.security.RolesAllowed;
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

@Path("/api/traces/{id}/story")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Traces")
@RolesAllowed("read")
public class StoryResource {
    private final Stories stories;

    public StoryResource(Stories stories) {
        this.stories = stories;
    }

    @GET
    @Operation(
            operationId = "getStory",
            summary =
                    "The story of a prediction: the heads and MLPs that matter most, what they read and who moves whom",
            description =
                    "Ranked by what setting them to zero did to the metric where all of them were measured, else by"
                            + " their estimated effects, or where the trace has none by direct logit attribution; `measure` says"
                            + " which.")
    @APIResponse(
            responseCode = "200",
            description = "The story",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Story.class)))
    @APIResponse(responseCode = "404", description = "No such trace")
    @APIResponse(responseCode = "400", description = "The trace cannot be told in that measure")
    public Story story(
            @PathParam("id") String id,
            @Parameter(schema = @Schema(ref = "StoryMeasure"), description = "the first of `measures` if absent")
                    @QueryParam("measure")
                    @Nullable
                    String measure) {
        return stories.told(id, measure);
    }
}
