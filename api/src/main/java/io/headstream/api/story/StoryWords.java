package io.headstream.api.story;

import io.headstream.access.openapi.Words;
import io.headstream.schema.ActivationKind;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.Arrays;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** What a story is told in, for the OpenAPI document. */
@OpenApiFilter(stages = RunStage.BUILD)
public class StoryWords implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Words.put(document, "StoryMeasure", Arrays.stream(Measure.values()).map(Measure::label));
        Words.put(
                document,
                "StoryComponentKind",
                Stream.of(ActivationKind.HEAD_OUTPUT, ActivationKind.MLP_OUTPUT).map(ActivationKind::apiName));
        Words.put(document, "StoryRole", Role.labels());
        Words.put(document, "StoryVia", Stream.of(Move.QUERY, Move.KEY, Move.VALUE, Move.MLP));
        Words.put(document, "StoryCaptionText", Caption.all());
    }
}
