package io.headstream.api.compare;

import io.headstream.api.compare.ResolvedSide.Facts;
import io.headstream.api.compare.ResolvedSide.One;
import io.headstream.api.graph.GraphReader;
import io.headstream.api.graph.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/** Whether two sides can be compared, and what to know before believing a difference. */
@ApplicationScoped
public class ComparisonNotes {
    private final GraphReader graph;

    public ComparisonNotes(GraphReader graph) {
        this.graph = graph;
    }

    /** Fails with status 400 where the models have different shapes, so that a component's name is not the same place. */
    List<String> of(ResolvedSide left, ResolvedSide right) {
        List<String> notes = new ArrayList<>();
        models(left, right, notes);
        differ(left, right, Facts::metric, "metrics", "dla and effect do not measure the same", notes);
        differ(left, right, Facts::effects, "effects", "effect does not measure the same", notes);
        differ(left, right, Facts::shares, "measures of shares", "share and influence do not measure the same", notes);
        differ(left, right, Facts::detail, "details", "what a trace did not keep is unknown, not 0", notes);
        if (left instanceof One one
                && right instanceof One other
                && !target(one).equals(target(other))) {
            notes.add("dla and effect are of each trace's own target: " + target(one) + " and " + target(other));
        }
        if (left instanceof One && right instanceof One && left.answerTokens() != right.answerTokens()) {
            notes.add("the answers have " + left.answerTokens() + " and " + right.answerTokens()
                    + " tokens: they are set side by side from the first");
        }
        return notes;
    }

    private void models(ResolvedSide left, ResolvedSide right, List<String> notes) {
        Set<String> ids = both(left, right, Facts::model);
        if (ids.size() < 2) {
            return;
        }
        List<Record> models = graph.rows("compare/models", Map.of("models", List.copyOf(ids)));
        String names = models.stream()
                .map(row -> row.get("name").asString() + " " + row.get("shape").asMap())
                .collect(Collectors.joining(", "));
        if (models.stream().map(row -> row.get("shape").asMap()).distinct().count() > 1) {
            throw Problems.badRequest(
                    "models of different shapes cannot be compared, as a component of the same name is"
                            + " not the same place: " + names + "; compare traces of one model"
                            + (left instanceof One && right instanceof One ? "" : ", or narrow a tag with model=NAME"));
        }
        notes.add("different models of the same shape; components are matched by name: " + names);
    }

    private static void differ(
            ResolvedSide left,
            ResolvedSide right,
            Function<Facts, @Nullable String> fact,
            String what,
            String meaning,
            List<String> notes) {
        Set<String> values = both(left, right, fact);
        if (values.size() > 1) {
            notes.add("the traces have different " + what + " (" + String.join(", ", values) + "): " + meaning);
        }
    }

    private static Set<String> both(ResolvedSide left, ResolvedSide right, Function<Facts, @Nullable String> fact) {
        return Stream.concat(left.facts().stream(), right.facts().stream())
                .map(fact)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String target(One one) {
        String distractor = one.trace().distractor();
        return "\"" + one.trace().target() + "\"" + (distractor == null ? "" : " against \"" + distractor + "\"");
    }
}
