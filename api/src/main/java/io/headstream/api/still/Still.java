package io.headstream.api.still;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.headstream.api.story.Story;
import io.headstream.api.trace.Trace;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is drawn and how, as the page's script takes it ({@code Asked} in `ui/src/still/storySvg.tsx`).
 *
 * @param trace what the title says of it
 * @param vocabulary how many tokens the model knows
 * @param count of ranked components; null for as many as the page shows at first
 * @param width of the panel, in px
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Still(
        Story story,
        Trace trace,
        @Nullable Long vocabulary,
        String theme,
        @Nullable Integer count,
        boolean captions,
        int width,
        int height,
        @Nullable Marked circuit) {

    /** A circuit whose components are marked. */
    record Marked(String name, Set<String> members) {}
}
