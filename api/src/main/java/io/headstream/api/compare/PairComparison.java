package io.headstream.api.compare;

import io.headstream.api.compare.Amount.Single;
import io.headstream.api.compare.Comparison.Pair;
import io.headstream.api.compare.Comparison.Place;
import io.headstream.api.compare.ResolvedSide.One;
import io.headstream.api.graph.Figures;
import io.headstream.api.graph.GraphReader;
import io.headstream.api.graph.Node;
import io.headstream.api.graph.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Two traces. */
@ApplicationScoped
public class PairComparison {
    private final GraphReader graph;

    public PairComparison(GraphReader graph) {
        this.graph = graph;
    }

    /** Their tokens, aligned. */
    List<Pair> alignment(One left, One right) {
        Alignment alignment = align(left, right);
        return alignment.pairs().stream()
                .map(pair -> {
                    Place l =
                            pair.left() == Alignment.NONE ? null : left.tokens().get(pair.left());
                    Place r = pair.right() == Alignment.NONE
                            ? null
                            : right.tokens().get(pair.right());
                    boolean target =
                            left.trace().isTarget(pair.left()) || right.trace().isTarget(pair.right());
                    return new Pair(l, r, l != null && r != null && l.text().equals(r.text()), target);
                })
                .toList();
    }

    /** What differs most, or everything in the order of the stream. */
    RowPage rows(ComparisonQuestion question, One left, One right) {
        if (question.by() == ComparisonAxis.TOKENS) {
            return predictions(question, left, right);
        }
        Alignment alignment = align(left, right);
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
        parameters.put("sides", sides(question, left, right, alignment));
        if (question.by() != ComparisonAxis.ATTENTION) {
            parameters.put("labels", ComparedKind.labels(question.kinds()));
        }
        parameters.put("component", question.component());
        boolean atTarget = question.position() == null || left.trace().isTarget(question.position());
        parameters.put("sort", question.order(atTarget));
        boolean tokens = question.ofTargets() && ResolvedSide.several(left, right);
        return RowPage.of(
                graph,
                question.by() == ComparisonAxis.ATTENTION ? "compare/attention" : "compare/activations",
                parameters,
                question.limit(),
                row -> question.by() == ComparisonAxis.ATTENTION ? term(row, tokens) : activation(row, tokens));
    }

    /** The tokens that they predict. */
    RowPage predictions(ComparisonQuestion question, One left, One right) {
        Map<String, @Nullable Object> parameters = ShownParameters.of(
                "sides",
                List.of(
                        ShownParameters.of("side", "left", "trace", left.trace().id()),
                        ShownParameters.of(
                                "side", "right", "trace", right.trace().id())),
                "sort",
                question.order(true));
        return RowPage.of(
                graph,
                "compare/predictions",
                parameters,
                question.limit(),
                row -> ComparedRow.token(
                        row.get("name").asString(),
                        figures(ComparisonAxis.TOKENS.figures(), row.get("left"), row.get("right"))));
    }

    private static List<Map<String, @Nullable Object>> sides(
            ComparisonQuestion question, One left, One right, Alignment alignment) {
        Integer asked = question.position();
        if (asked != null) {
            return List.of(
                    side("left", left, List.of(asked.longValue()), alignment),
                    side("right", right, List.of(counterpart(asked, left, alignment)), alignment));
        }
        return List.of(
                side("left", left, question.ofTargets() ? left.trace().targets() : null, alignment),
                side("right", right, question.ofTargets() ? right.trace().targets() : null, alignment));
    }

    // at the positions, or at all
    private static Map<String, @Nullable Object> side(
            String which, One one, @Nullable List<Long> positions, Alignment alignment) {
        return ShownParameters.of(
                "side",
                which,
                "trace",
                one.trace().id(),
                "positions",
                positions,
                "pairs",
                alignment.pairOf(which.equals("left")));
    }

    private static long counterpart(int position, One left, Alignment alignment) {
        if (position >= left.tokens().size()) {
            throw Problems.badRequest("position " + position + " is beyond the left prompt, which has "
                    + left.tokens().size() + " tokens");
        }
        int right = alignment.pairs().stream()
                .filter(pair -> pair.left() == position)
                .mapToInt(Alignment.Pair::right)
                .findFirst()
                .orElse(Alignment.NONE);
        if (right == Alignment.NONE) {
            throw Problems.badRequest("position " + position + " (\""
                    + left.tokens().get(position).text()
                    + "\") has no counterpart in the right prompt; `alignment` lists those that have");
        }
        return right;
    }

    // of two models with the same shape the vocabularies may differ, but not what the tokens say
    private static Alignment align(One left, One right) {
        boolean same = left.trace().model().equals(right.trace().model());
        Map<String, Integer> texts = new LinkedHashMap<>();
        return Alignment.of(
                keys(left, same, texts), (int) left.trace().targetPosition(), keys(right, same, texts), (int)
                        right.trace().targetPosition());
    }

    private static int[] keys(One side, boolean byId, Map<String, Integer> texts) {
        return side.tokens().stream()
                .mapToInt(token -> byId ? token.id() : texts.computeIfAbsent(token.text(), text -> texts.size()))
                .toArray();
    }

    private static ComparedRow activation(Record row, boolean tokens) {
        Value left = row.get("left");
        Value right = row.get("right");
        Value some = left.isNull() ? right : left;
        List<String> labels = StreamSupport.stream(some.asNode().labels().spliterator(), false)
                .toList();
        Node node = Node.of(some.asMap(), labels, null);
        return new ComparedRow(
                row.get("name").asString(),
                node.kind(),
                (long) node.layer(),
                node.head(),
                node.index(),
                node.site(),
                row.get("pair").isNull() ? null : (Long) row.get("pair").asLong(),
                null,
                tokens ? row.get("token").asLong() : null,
                id(left),
                id(right),
                figures(ComparisonAxis.COMPONENTS.figures(), left, right));
    }

    private static ComparedRow term(Record row, boolean tokens) {
        return new ComparedRow(
                row.get("name").asString(),
                ComparedKind.HEAD.toString(),
                row.get("layer").asLong(),
                row.get("head").asLong(),
                null,
                null,
                row.get("pair").asLong(),
                null,
                tokens ? row.get("token").asLong() : null,
                id(row.get("left")),
                id(row.get("right")),
                figures(ComparisonAxis.ATTENTION.figures(), row.get("left"), row.get("right")));
    }

    private static @Nullable String id(Value side) {
        return side.isNull() || side.get("node").isNull()
                ? null
                : side.get("node").asString();
    }

    private static Map<String, ComparedFigure> figures(List<String> names, Value left, Value right) {
        return ComparedFigure.all(names, name -> amount(left, name), name -> amount(right, name));
    }

    private static @Nullable Amount amount(Value side, String figure) {
        Double number = side.isNull() ? null : Figures.number(side.asMap(), figure);
        return number == null ? null : new Single(number);
    }
}
