package io.headstream.api.compare;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A component, a state, an attention term or a predicted token on both sides. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ComparedRow(
        @Schema(description = "component, state or token", examples = "L4H5") String name,
        @Schema(ref = "ComparedKind") String kind,
        @Nullable Long layer,
        @Nullable Long head,
        @Nullable Long index,
        @Nullable @Schema(description = "of a residual state: embed, mid or post") String site,
        @Nullable @Schema(description = "of two traces: the pair of the alignment; of an attention term, its key's")
                Long pair,
        @Nullable
                @Schema(description = "of sets: how many positions before the target; of an attention term, its key's")
                Long before,
        @Nullable
                @Schema(
                        description =
                                "at the target positions of an answer of several tokens: which of them predicts, from 0")
                Long answerToken,
        @Nullable @Schema(description = "of two traces: its id in the left one", examples = "L4P14.H5") String left,
        @Nullable @Schema(description = "and in the right one") String right,
        @Schema(description = "by name; a figure that neither side has stored is left out")
                Map<String, ComparedFigure> figures) {

    static final String TOKEN = "token";

    static ComparedRow token(String text, Map<String, ComparedFigure> figures) {
        return new ComparedRow(text, TOKEN, null, null, null, null, null, null, null, null, null, figures);
    }
}
