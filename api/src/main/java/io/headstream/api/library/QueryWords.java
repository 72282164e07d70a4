package io.headstream.api.library;

import io.headstream.access.openapi.Words;
import io.headstream.cypher.Column;
import io.headstream.cypher.Parameter;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** What named queries ask for and answer, for the OpenAPI document. */
@OpenApiFilter(stages = RunStage.BUILD)
public class QueryWords implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Words.put(
                document,
                "ParameterType",
                Arrays.stream(Parameter.Type.values()).map(Parameter.Type::label));
        Words.put(document, "ColumnType", Arrays.stream(Column.Type.values()).map(Column.Type::label));
    }
}
