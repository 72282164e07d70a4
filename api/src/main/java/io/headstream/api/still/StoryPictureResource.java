package io.headstream.api.still;

import io.headstream.api.export.FileName;
import io.headstream.api.graph.NameResolver;
import io.headstream.api.graph.Problems;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/traces/{id}/story.svg")
@Produces(StoryPictureResource.SVG)
@Tag(name = "Traces")
@RolesAllowed("read")
public class StoryPictureResource {
    static final String SVG = "image/svg+xml;charset=UTF-8";
    private static final List<String> THEMES = List.of("light", "dark");

    private final StoryPictures pictures;
    private final NameResolver names;

    public StoryPictureResource(StoryPictures pictures, NameResolver names) {
        this.pictures = pictures;
        this.names = names;
    }

    @GET
    @Operation(
            operationId = "getStoryPicture",
            summary = "The picture of a story, as the page draws it and saves it as SVG",
            description =
                    "As in a panel of `width` and `height` that nobody has touched; where that is too small the picture is larger.")
    @APIResponse(
            responseCode = "200",
            description = "The picture, with title and legend; it needs no style sheet and has no script",
            content = @Content(mediaType = "image/svg+xml", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "404", description = "No such trace or circuit")
    @APIResponse(
            responseCode = "400",
            description = "The trace cannot be told in that measure, or a figure is out of range")
    @APIResponse(responseCode = "503", description = "It took too long, or others did that came before")
    public Response picture(
            @Parameter(description = "id, or `latest`") @PathParam("id") String id,
            @Parameter(
                            schema = @Schema(ref = "StoryMeasure"),
                            description = "the first of the story's `measures` if absent")
                    @QueryParam("measure")
                    @Nullable
                    String measure,
            @Parameter(
                            description =
                                    "ranked components that are shown; if absent 24, of which those that do least fold until the picture has room")
                    @QueryParam("count")
                    @Min(8)
                    @Max(120)
                    @Nullable
                    Integer count,
            @Parameter(description = "what heads are seen to do, beside them")
                    @QueryParam("captions")
                    @DefaultValue("true")
                    boolean captions,
            @Parameter(description = "id or name of a circuit of the model: what belongs to it is marked")
                    @QueryParam("circuit")
                    @Nullable
                    String circuit,
            @Parameter(description = "light or dark") @QueryParam("theme") @DefaultValue("light") String theme,
            @Parameter(description = "px of the panel") @QueryParam("width") @DefaultValue("1200") @Min(400) @Max(4000)
                    int width,
            @Parameter(description = "px of the panel") @QueryParam("height") @DefaultValue("620") @Min(200) @Max(4000)
                    int height) {
        if (!THEMES.contains(theme)) {
            throw Problems.badRequest("theme is '" + theme + "'; it is light or dark");
        }
        String trace = names.trace(id);
        String svg =
                pictures.svg(trace, new StoryPictures.Look(measure, count, captions, circuit, theme, width, height));
        return Response.ok(svg, SVG)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + FileName.slug(trace) + "-story.svg\"")
                .build();
    }
}
