package io.headstream.api.compare;

import io.headstream.api.compare.Amount.Summary;
import io.headstream.api.graph.Figures;
import io.headstream.api.graph.GraphReader;
import io.headstream.api.graph.Problems;
import io.headstream.schema.ActivationKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Two sets of traces; a trace is a set of one. Positions count back from each trace's target position. */
@ApplicationScoped
public class SetComparison {
    private static final Set<ComparedKind> BY_POSITION = EnumSet.of(ComparedKind.RESIDUAL, ComparedKind.HEAD);

    private final GraphReader graph;

    public SetComparison(GraphReader graph) {
        this.graph = graph;
    }

    /** What differs most. */
    RowPage rows(ComparisonQuestion question, ResolvedSide left, ResolvedSide right) {
        if (question.by() == ComparisonAxis.TOKENS) {
            return predictions(question, left, right);
        }
        Map<String, @Nullable Object> parameters = sides(question, left, right);
        if (question.by() != ComparisonAxis.POSITIONS) {
            parameters.put("before", question.position());
        }
        if (question.by() != ComparisonAxis.ATTENTION) {
            parameters.put("labels", ComparedKind.labels(question.kinds()));
        }
        if (question.by() == ComparisonAxis.COMPONENTS) {
            parameters.put("prefixes", ComparedKind.prefixes(question.kinds()));
        }
        parameters.put("component", question.component());
        parameters.put("sort", question.order(question.position() == null || question.position() == 0));
        boolean tokens = question.ofTargets() && ResolvedSide.several(left, right);
        return RowPage.of(
                graph, statement(question), parameters, question.limit(), row -> row(row, question.by(), tokens));
    }

    /** The tokens that the traces predict. */
    RowPage predictions(ComparisonQuestion question, ResolvedSide left, ResolvedSide right) {
        Map<String, @Nullable Object> parameters = sides(question, left, right);
        parameters.put("sort", question.order(true));
        return RowPage.of(
                graph,
                "compare/predictions-of-sets",
                parameters,
                question.limit(),
                row -> ComparedRow.token(row.get("name").asString(), figures(ComparisonAxis.TOKENS, row)));
    }

    private static Map<String, @Nullable Object> sides(
            ComparisonQuestion question, ResolvedSide left, ResolvedSide right) {
        return ShownParameters.of(
                "sides", List.of(left.parameter("left"), right.parameter("right")), "model", question.model());
    }

    private static String statement(ComparisonQuestion question) {
        if (question.by() == ComparisonAxis.POSITIONS && !BY_POSITION.containsAll(question.kinds())) {
            throw Problems.badRequest("over sets, positions are compared of residual and head; ask for other kinds by"
                    + " components at one position");
        }
        return switch (question.by()) {
            case COMPONENTS -> "compare/components-of-sets";
            case POSITIONS -> "compare/positions-of-sets";
            case ATTENTION -> "compare/attention-of-sets";
            case TOKENS -> "compare/predictions-of-sets";
        };
    }

    private static ComparedRow row(Record row, ComparisonAxis by, boolean tokens) {
        Map<String, Object> component = row.get("component").asMap();
        return new ComparedRow(
                row.get("name").asString(),
                ActivationKind.labelled(row.get("kind").asString())
                        .orElseThrow()
                        .apiName(),
                row.get("layer").asLong(),
                Figures.whole(component, "head"),
                Figures.whole(component, "index"),
                (String) component.get("site"),
                null,
                row.get("before").asLong(),
                tokens ? row.get("token").asLong() : null,
                null,
                null,
                figures(by, row));
    }

    private static Map<String, ComparedFigure> figures(ComparisonAxis by, Record row) {
        return ComparedFigure.all(
                by.figures(), name -> amount(row.get("left"), name), name -> amount(row.get("right"), name));
    }

    private static @Nullable Amount amount(Value side, String figure) {
        if (side.isNull() || side.get(figure).get("count").asLong() == 0) {
            return null;
        }
        Map<String, Object> summary = side.get(figure).asMap();
        return new Summary(
                side.get(figure).get("mean").asDouble(),
                Figures.number(summary, "spread"),
                side.get(figure).get("count").asLong());
    }
}
