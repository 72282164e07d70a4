package io.headstream.api.compare;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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

@Path("/api/compare")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Compare")
@RolesAllowed("read")
public class CompareResource {
    private static final int MOST_ROWS = 20_000;

    private final Comparisons comparisons;

    public CompareResource(Comparisons comparisons) {
        this.comparisons = comparisons;
    }

    @GET
    @Operation(
            operationId = "compare",
            summary = "Two traces, or two sets of traces by tag, side by side",
            description =
                    "Components at the target position (of an answer of several tokens a row at each), positions aligned by"
                            + " token, attention or predicted tokens: left, right and right minus left of every figure;"
                            + " over sets mean, spread and count. What a side has not stored is absent, never 0.")
    @APIResponse(
            responseCode = "200",
            description = "The comparison",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Comparison.class)))
    @APIResponse(responseCode = "400", description = "A parameter that cannot be, or models of different shapes")
    @APIResponse(responseCode = "404", description = "No such trace, or no trace with the tag")
    public Comparison compare(
            @Parameter(description = "a trace's id or the beginning of it, latest, or tag:NAME", example = "latest")
                    @QueryParam("left")
                    @Nullable
                    String left,
            @Parameter(example = "tag:ioi") @QueryParam("right") @Nullable String right,
            @Parameter(description = "what the rows are", schema = @Schema(ref = "ComparedBy"))
                    @QueryParam("by")
                    @DefaultValue("components")
                    String by,
            @Parameter(
                            description = "the figure whose absolute difference orders the rows",
                            example = "dla",
                            schema = @Schema(ref = "FigureName"))
                    @QueryParam("sort")
                    @Nullable
                    String sort,
            @Parameter(description = "residual, head, attention, neuron, mlp, bias", example = "head,mlp")
                    @QueryParam("kind")
                    @Nullable
                    String kind,
            @Parameter(description = "only this one", example = "L4H5") @QueryParam("component") @Nullable
                    String component,
            @Parameter(
                            description =
                                    "of two traces, a position of the left prompt instead of the target's (of an answer of several tokens, of all of theirs);"
                                            + " of sets, how many positions before the target")
                    @QueryParam("position")
                    @Min(0)
                    @Nullable
                    Integer position,
            @Parameter(description = "id or name of a model, to narrow tags") @QueryParam("model") @Nullable
                    String model,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(MOST_ROWS) int limit) {
        return comparisons.compare(ComparisonQuestion.of(
                new ComparisonQuestion.Asked(left, right, by, sort, kind, component, position, model, limit)));
    }
}
