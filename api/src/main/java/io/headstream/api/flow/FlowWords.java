package io.headstream.api.flow;

import io.headstream.access.openapi.Words;
import io.headstream.schema.ActivationKind;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** What a picture is drawn with, for the OpenAPI document. */
@OpenApiFilter(stages = RunStage.BUILD)
public class FlowWords implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Words.put(document, "FlowDetail", Detail.labels().stream());
        Words.put(document, "FlowNodeKind", drawn().map(ActivationKind::apiName));
        Words.put(
                document,
                "FlowEdgeKind",
                Stream.concat(
                        Stream.of(Picture.STREAM, Picture.ATTEND, Picture.READ),
                        drawn().filter(kind -> kind != ActivationKind.RESIDUAL).map(ActivationKind::apiName)));
    }

    private static Stream<ActivationKind> drawn() {
        return Detail.DRAWN.stream()
                .flatMap(detail -> detail.drawn().stream())
                .distinct()
                .sorted();
    }
}
