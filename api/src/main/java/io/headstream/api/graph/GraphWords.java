package io.headstream.api.graph;

import io.headstream.access.openapi.Words;
import io.headstream.schema.ActivationId;
import io.headstream.schema.ActivationKind;
import io.headstream.schema.ComponentName;
import io.headstream.schema.EdgeType;
import io.headstream.schema.Figure;
import io.headstream.schema.Site;
import io.headstream.schema.TraceDetail;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.Arrays;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** The graph's vocabulary, for the OpenAPI document. */
@OpenApiFilter(stages = RunStage.BUILD)
public class GraphWords implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        String head = ActivationId.head(3, 5, 2).toString();
        String embedding = ActivationId.embed(5).toString();
        Words.putPattern(document, "ActivationId", ActivationId.pattern(site -> true), head, embedding);
        Words.putPattern(document, "WholeId", ActivationId.pattern(Site::sum), head);
        Words.putPattern(
                document,
                "ComponentName",
                ComponentName.pattern(),
                ComponentName.head(3, 2).toString());
        Words.put(document, "NodeKind", Arrays.stream(ActivationKind.values()).map(ActivationKind::apiName));
        Words.put(document, "LinkType", Arrays.stream(EdgeType.values()).map(EdgeType::name));
        Words.put(document, "TraceDetail", TraceDetail.labels().stream());
        Words.put(document, "Metric", metrics());
        Words.fill(
                document,
                "Sum",
                "of",
                Stream.concat(metrics(), Stream.of(Figure.DLA, Figure.SHARE).map(Figure::property)));
    }

    private static Stream<String> metrics() {
        return Stream.of("logit", "logit_difference", "log_probability");
    }
}
