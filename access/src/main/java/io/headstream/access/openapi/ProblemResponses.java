package io.headstream.access.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Every answer from 400 on is a problem, RFC 9457: a resource says when it comes, and this how it looks. */
@OpenApiFilter(stages = RunStage.BUILD)
public class ProblemResponses implements OASFilter {
    // what the framework says by itself, in words that help
    private static final Map<String, String> SAID_BETTER = Map.of(
            "Bad Request", "The body is not what this call takes; the detail names what is wrong",
            "Not Authorized", "A key is asked for, and none that is known came",
            "Not Allowed", "The key's role does not allow it, or the request comes from another site");

    private static final String NAME = "Problem";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getComponents().addSchema(NAME, problem());
        document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .map(Operation::getResponses)
                .forEach(responses -> responses.getAPIResponses().forEach(ProblemResponses::complete));
    }

    private static Schema problem() {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("RFC 9457 problem details")
                .addProperty("title", member(SchemaType.STRING, "Not Found"))
                .addProperty("status", member(SchemaType.INTEGER, 404))
                .addProperty(
                        "detail",
                        member(SchemaType.STRING, "there is no trace 'x'; GET /api/traces lists those there are")
                                .description("what is wrong and what to do"))
                .required(List.of("title", "status", "detail"));
    }

    private static Schema member(SchemaType type, Object example) {
        return OASFactory.createSchema().addType(type).addExample(example);
    }

    private static void complete(String status, APIResponse response) {
        if (status.compareTo("400") < 0) {
            return;
        }
        response.setContent(OASFactory.createContent()
                .addMediaType(
                        "application/problem+json",
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(NAME))));
        String said = String.valueOf(response.getDescription());
        response.setDescription(SAID_BETTER.getOrDefault(said, said));
    }
}
