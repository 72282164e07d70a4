package io.headstream.access.openapi;

import io.headstream.access.caller.Role;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** The roles, for the OpenAPI document. */
@OpenApiFilter(stages = RunStage.BUILD)
public class RoleWords implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        for (String record : List.of("KeyView", "Session")) {
            Words.fill(document, record, "role", Arrays.stream(Role.values()).map(Role::roleName));
        }
    }
}
