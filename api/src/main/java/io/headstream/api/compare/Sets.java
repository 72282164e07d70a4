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
public class Sets {
    private static final Set<Kind> BY_POSITION = EnumSet.of(Kind.RESIDUAL, Kind.HEAD);

    private final GraphReader graph;

    public Sets(GraphReader graph) {
        this.graph = graph;
    }

    /** What differs most. */
    Read rows(Question question, Found left, Found right) {
        if (question.by() == By.TOKENS) {
            return predictions(question, left, right);
        }
        int before = question.position() == null ? 0 : question.position();
        Map<String, @Nullable Object> parameters = sides(question, left, right);
        if (question.by() != By.POSITIONS) {
            parameters.put("before", before);
        }
        if (question.by() != By.ATTENTION) {
            parameters.put("labels", Kind.labels(question.kinds()));
        }
        if (question.by() == By.COMPONENTS) {
            parameters.put("prefixes", Kind.prefixes(question.kinds()));
        }
        parameters.put("component", question.component());
        parameters.put("sort", question.order(before == 0));
        return Read.of(graph, statement(question), parameters, question.limit(), row -> row(row, question.by()));
    }

    /** The tokens that the traces predict. */
    Read predictions(Question question, Found left, Found right) {
        Map<String, @Nullable Object> parameters = sides(question, left, right);
        parameters.put("sort", question.order(true));
        return Read.of(
                graph,
                "compare-predictions-of-sets",
                parameters,
                question.limit(),
                row -> Row.token(row.get("name").asString(), figures(By.TOKENS, row)));
    }

    private static Map<String, @Nullable Object> sides(Question question, Found left, Found right) {
        return Fields.of("sides", List.of(left.parameter("left"), right.parameter("right")), "model", question.model());
    }

    private static String statement(Question question) {
        if (question.by() == By.POSITIONS && !BY_POSITION.containsAll(question.kinds())) {
            throw Problems.badRequest("over sets, positions are compared of residual and head; ask for other kinds by"
                    + " components at one position");
        }
        return "compare-" + question.by() + "-of-sets";
    }

    private static Row row(Record row, By by) {
        Map<String, Object> component = row.get("component").asMap();
        return new Row(
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
                null,
                null,
                figures(by, row));
    }

    private static Map<String, Figure> figures(By by, Record row) {
        return Figure.all(by.figures(), name -> amount(row.get("left"), name), name -> amount(row.get("right"), name));
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
