package io.headstream.api.compare;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.headstream.api.compare.Amount.Summary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A figure on both sides. What a side has not stored is unknown, hence absent, and so is the difference then.
 *
 * @param difference right minus left, of sets of the means
 * @param effectSize of sets, Cohen's d
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ComparedFigure(
        @Nullable Amount left,
        @Nullable Amount right,
        @Nullable @Schema(description = "right minus left; of sets, of the means") Double difference,
        @Nullable @Schema(description = "of sets: Cohen's d, the difference over the pooled standard deviation")
                Double effectSize) {

    static ComparedFigure of(@Nullable Amount left, @Nullable Amount right) {
        Double difference = left == null || right == null ? null : (Double) (right.middle() - left.middle());
        return new ComparedFigure(left, right, difference, effectSize(left, right));
    }

    /** Those of some figures that at least one side has. */
    static Map<String, ComparedFigure> all(
            List<String> names, Function<String, @Nullable Amount> left, Function<String, @Nullable Amount> right) {
        Map<String, ComparedFigure> figures = new LinkedHashMap<>();
        for (String name : names) {
            Amount l = left.apply(name);
            Amount r = right.apply(name);
            if (l != null || r != null) {
                figures.put(name, of(l, r));
            }
        }
        return figures;
    }

    /**
     * Cohen's d with the pooled sample standard deviation: (m2 - m1) / s, s² = ((n1 - 1) s1² + (n2 - 1) s2²) / (n1 + n2 - 2)
     * (J. Cohen, Statistical Power Analysis for the Behavioral Sciences, 2nd ed. 1988, section 2.5). Null where a side has fewer
     * than two traces, or nothing varies.
     */
    private static @Nullable Double effectSize(@Nullable Amount left, @Nullable Amount right) {
        if (!(left instanceof Summary a) || !(right instanceof Summary b) || a.spread() == null || b.spread() == null) {
            return null;
        }
        double squares = (a.count() - 1) * a.spread() * a.spread() + (b.count() - 1) * b.spread() * b.spread();
        double pooled = Math.sqrt(squares / (a.count() + b.count() - 2));
        return pooled > 0 ? (Double) ((b.mean() - a.mean()) / pooled) : null;
    }
}
