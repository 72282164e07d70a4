package io.headstream.api.lens;

import io.headstream.access.openapi.Words;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Which states a lens is of, for the OpenAPI document. */
@OpenApiFilter(stages = RunStage.BUILD)
public class LensWords implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Words.put(document, "LensSite", Lenses.SITES.keySet().stream());
    }
}
