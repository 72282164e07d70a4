package io.headstream.api.story;

import io.headstream.api.graph.Figures;
import io.headstream.api.graph.GraphReader;
import io.headstream.api.graph.Problems;
import io.headstream.schema.ActivationId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** All that a story asks of the graph, and nothing else does: what a trace keeps is known here alone. */
@ApplicationScoped
public class StoryReading {
    private final GraphReader graph;

    public StoryReading(GraphReader graph) {
        this.graph = graph;
    }

    /** A token that a state is read as. */
    record Word(String text, double probability, int rank) {
        /** Nothing that a reader would see. */
        boolean blank() {
            return text.codePoints().allMatch(each -> Character.isWhitespace(each) || Character.isSpaceChar(each));
        }

        Story.Word told() {
            return new Story.Word(text, rank, Figures.round(probability));
        }
    }

    /** A neuron and what it amounts to. */
    record Neuron(String id, String name, double amount) {}

    /** The trace with tokens and predictions, as `trace` has it; fails where there is none. */
    Record trace(String trace) {
        return graph.row("trace/overview", Map.of("trace", trace)).orElseThrow(() -> Problems.noTrace(trace));
    }

    Map<ActivationId, Output> outputs(String trace) {
        Map<String, Story.Measured> measured = measured(trace);
        Map<ActivationId, Output> outputs = new LinkedHashMap<>();
        graph.rows("story/outputs", Map.of("trace", trace)).forEach(row -> id(row.get("node"))
                .filter(id -> id.component().isPresent())
                .ifPresent(id -> outputs.put(
                        id,
                        new Output(
                                id,
                                number(row.get("effect")),
                                number(row.get("dla")),
                                number(row.get("share")),
                                number(row.get("influence")),
                                measured.get(id.component().orElseThrow().toString())))));
        return outputs;
    }

    /** The keys that heads attend to, those with the largest amounts first. */
    Map<ActivationId, List<Read>> reads(String trace, Collection<ActivationId> heads, Measure measure) {
        Map<ActivationId, List<Read>> reads = byNode(
                graph.rows("story/reads", Map.of("trace", trace, "nodes", texts(heads))),
                row -> new Read(
                        row.get("key").asInt(),
                        row.get("weight").asDouble(0),
                        number(row.get("effect")),
                        number(row.get("share"))));
        reads.values()
                .forEach(each -> each.sort(Comparator.comparingDouble((Read read) -> -Math.abs(measure.amount(read)))
                        .thenComparingInt(Read::key)));
        return reads;
    }

    List<Move> moves(String trace) {
        return graph.rows("story/moves", Map.of("trace", trace)).stream()
                .flatMap(row -> id(row.get("from")).stream().flatMap(from -> id(row.get("to")).stream()
                        .map(to -> new Move(
                                from,
                                to,
                                row.get("via").asString(""),
                                row.get("effect").asDouble(0)))))
                .toList();
    }

    /** Heads at the positions that attend to any one key with at least the weight. */
    List<Repeats.Attending> attending(String trace, List<Integer> positions, double weight) {
        return graph.rows("story/attending", Map.of("trace", trace, "positions", positions, "weight", weight)).stream()
                .flatMap(row -> id(row.get("node")).stream()
                        .map(id -> new Repeats.Attending(
                                id, row.get("key").asInt(), row.get("weight").asDouble())))
                .toList();
    }

    /** Which of the tokens each of the outputs writes among its first `rank`. */
    Map<ActivationId, List<Captions.Written>> written(
            String trace, Collection<ActivationId> outputs, List<String> tokens, int rank) {
        Map<String, Object> parameters =
                Map.of("trace", trace, "nodes", texts(outputs), "tokens", tokens, "rank", rank);
        return byNode(
                graph.rows("story/written", parameters),
                row -> new Captions.Written(
                        row.get("token").asString(), row.get("rank").asInt()));
    }

    Map<ActivationId, List<Neuron>> neurons(String trace, Collection<ActivationId> mlps, int most) {
        Map<ActivationId, List<Neuron>> neurons = new HashMap<>();
        graph.rows("story/neurons", Map.of("trace", trace, "nodes", texts(mlps), "limit", most))
                .forEach(row -> id(row.get("node"))
                        .ifPresent(id -> neurons.put(
                                id,
                                row.get("neurons")
                                        .asList(each -> new Neuron(
                                                each.get("node").asString(),
                                                each.get("name").asString(""),
                                                each.get("amount").asDouble())))));
        return neurons;
    }

    /** What setting heads and MLPs to zero did, by component; empty where no sweep was made. */
    private Map<String, Story.Measured> measured(String trace) {
        Map<String, Story.Measured> measured = new HashMap<>();
        graph.rows("story/measured", Map.of("trace", trace))
                .forEach(row -> measured.put(
                        row.get("component").asString(),
                        new Story.Measured(
                                Figures.round(-row.get("change").asDouble()),
                                row.get("positions").asString("").equals("target")
                                        ? "set to zero at the target position"
                                        : "set to zero at all positions")));
        return measured;
    }

    /** What the model would say at a position after each layer. */
    public List<Story.State> lens(String trace, int position, @Nullable String distractor) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("trace", trace);
        parameters.put("position", position);
        parameters.put("distractor", distractor);
        return graph.rows("story/lens", parameters).stream()
                .map(row -> state(row, position))
                .toList();
    }

    private static Story.State state(Record row, int position) {
        List<Word> words = row
                .get("tokens")
                .asList(each -> new Word(
                        each.get("text").asString(""),
                        each.get("probability").asDouble(0),
                        each.get("rank").asInt()))
                .stream()
                .sorted(Comparator.comparingInt(Word::rank))
                .toList();
        Optional<Word> first = words.stream().filter(word -> word.rank() == 1).findFirst();
        Optional<Word> seen = first.filter(Word::blank)
                .flatMap(blank -> words.stream().filter(word -> !word.blank()).findFirst());
        int layer = row.get("layer").asInt();
        return new Story.State(
                ActivationId.residPost(layer, position).toString(),
                layer,
                first.map(Word::text).orElse(null),
                first.map(word -> Figures.round(word.probability())).orElse(null),
                seen.map(Word::told).orElse(null),
                row.get("targetRank").isNull() ? null : row.get("targetRank").asLong(),
                Figures.rounded(number(row.get("targetProbability"))),
                Figures.rounded(number(row.get("distractorProbability"))));
    }

    /** What all heads and MLPs amount to from a position on, kept or not; empty where there are no effects or no lists of them. */
    OptionalDouble amount(String trace, int first) {
        return graph.rows("story/amount", Map.of("trace", trace, "first", first)).stream()
                .filter(row -> !row.get("amount").isNull())
                .mapToDouble(row -> row.get("amount").asDouble())
                .findFirst();
    }

    private static <T> Map<ActivationId, List<T>> byNode(List<Record> rows, Function<Record, T> of) {
        Map<ActivationId, List<T>> byNode = new HashMap<>();
        rows.forEach(row -> id(row.get("node")).ifPresent(id -> byNode.computeIfAbsent(id, key -> new ArrayList<>())
                .add(of.apply(row))));
        return byNode;
    }

    private static Optional<ActivationId> id(Value node) {
        return ActivationId.parse(node.asString(""));
    }

    private static List<String> texts(Collection<ActivationId> ids) {
        return ids.stream().map(ActivationId::toString).toList();
    }

    private static @Nullable Double number(Value value) {
        return value.isNull() ? null : (Double) value.asDouble();
    }
}
