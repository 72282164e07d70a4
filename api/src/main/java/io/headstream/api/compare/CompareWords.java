package io.headstream.api.compare;

import io.headstream.access.openapi.Words;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** What can be compared, for the OpenAPI document. */
@OpenApiFilter(stages = RunStage.BUILD)
public class CompareWords implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        // a number or an object; the scanner takes an interface for an object
        Optional.ofNullable(document.getComponents().getSchemas().get("Amount"))
                .ifPresent(amount -> amount.setType(null));
        Words.put(document, "ComparedBy", Arrays.stream(ComparisonAxis.values()).map(ComparisonAxis::toString));
        Words.put(
                document,
                "ComparedKind",
                Stream.concat(
                        Arrays.stream(ComparedKind.values()).map(ComparedKind::toString),
                        Stream.of(ComparedRow.TOKEN)));
        Words.put(
                document,
                "FigureName",
                Arrays.stream(ComparisonAxis.values())
                        .flatMap(by -> by.figures().stream())
                        .distinct());
    }
}
