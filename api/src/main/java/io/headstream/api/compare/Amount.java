package io.headstream.api.compare;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a figure is on one side: a number of one trace, or a summary over a set of traces. */
@Schema(
        description = "of two traces a number; as soon as one side is a set, {mean, spread, count}",
        oneOf = {Double.class, Amount.Summary.class})
public sealed interface Amount {

    /** The number itself, or the mean. */
    double middle();

    /** Of one trace. */
    record Single(@JsonValue double middle) implements Amount {}

    /**
     * Of a set.
     *
     * @param spread sample standard deviation (over n - 1); null of a single trace
     * @param count how many traces store the figure; the others are unknown, not 0
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AmountOfSet")
    record Summary(double mean, @Nullable Double spread, long count) implements Amount {
        @Override
        public double middle() {
            return mean;
        }
    }
}
