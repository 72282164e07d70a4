package io.headstream.api.story;

import io.headstream.api.graph.Figures;
import io.headstream.api.graph.Problems;
import io.headstream.cypher.Statements;
import io.headstream.schema.ActivationId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Tells stories: what is read goes through the rules, one after the other. */
@ApplicationScoped
public class Stories {
    /** Components that may be ranked; those after them have never had a place. */
    static final int CANDIDATES = 300;

    /** Heads and MLPs at a position that a story is told with at the most, give or take what the last one brings in. */
    static final int MOST = 120;

    private static final int NEURONS = 3;

    private final StoryReading reading;

    public Stories(StoryReading reading) {
        this.reading = reading;
    }

    /**
     * Fails with status 404 where there is no such trace, with 400 where it cannot be told in what was asked for.
     *
     * @param measure what it is to be told in; null for the first that it can
     */
    public Story told(String trace, @Nullable String measure) {
        return of(trace, Optional.ofNullable(measure).map(Stories::measure));
    }

    private static Measure measure(String label) {
        return Measure.named(label)
                .orElseThrow(() -> Problems.badRequest("measure is '" + label + "'; it is measured, effect or dla"));
    }

    private Story of(String trace, Optional<Measure> asked) {
        Record row = reading.trace(trace);
        Prompt prompt = prompt(row);
        Map<ActivationId, Output> outputs = reading.outputs(trace);
        List<Measure> measures = Measure.of(outputs.values());
        Measure measure = asked.orElse(measures.get(0));
        if (!measures.contains(measure)) {
            throw Problems.badRequest(refusal(trace, measure));
        }
        List<Ranking.Ranked> all = Ranking.of(outputs.values(), measure, prompt.first());
        List<Ranking.Ranked> candidates = all.stream().limit(CANDIDATES).toList();
        Map<ActivationId, List<Read>> reads = reading.reads(trace, heads(candidates), measure);
        Predicate<Output> rests = output -> Sinks.rests(output, reads.getOrDefault(output.id(), List.of()));
        List<Ranking.Ranked> ranked = Ranking.onQuotas(Ranking.without(candidates, rests));
        List<Move> moves = reading.moves(trace);
        List<Member> members = members(trace, prompt, measure, outputs, ranked, reads, moves);
        return told(new Ruled(
                row,
                prompt,
                measures,
                measure,
                outputs.values(),
                all,
                candidates.size() - ranked.size(),
                members,
                reads,
                moves));
    }

    /**
     * What the rules made of a trace.
     *
     * @param row the trace, as it was read
     * @param measures in which it could be told
     * @param outputs of all heads and MLPs that are known
     * @param all of these, ranked
     * @param sinks how many of the candidates only rest
     * @param members who is told of
     * @param reads what they read
     */
    private record Ruled(
            Record row,
            Prompt prompt,
            List<Measure> measures,
            Measure measure,
            Collection<Output> outputs,
            List<Ranking.Ranked> all,
            int sinks,
            List<Member> members,
            Map<ActivationId, List<Read>> reads,
            List<Move> moves) {

        String trace() {
            return row.get("trace").get("id").asString();
        }
    }

    private static String refusal(String trace, Measure measure) {
        return switch (measure) {
            case MEASURED ->
                "not every head and MLP of trace '" + trace
                        + "' was set to zero in turn: headstream sweep measures them, with --of heads and with --of mlps";
            case EFFECT -> "trace '" + trace + "' was made without effects: it is told in dla";
            case DLA -> "trace '" + trace + "' has effects, and is told in those";
        };
    }

    private static List<ActivationId> heads(List<Ranking.Ranked> ranked) {
        return ranked.stream()
                .filter(Ranking.Ranked::head)
                .flatMap(each -> each.strongest().stream())
                .map(Output::id)
                .toList();
    }

    /** Ranked, behind them, and who noticed a repetition; what those read is added to `reads`. */
    private List<Member> members(
            String trace,
            Prompt prompt,
            Measure measure,
            Map<ActivationId, Output> outputs,
            List<Ranking.Ranked> ranked,
            Map<ActivationId, List<Read>> reads,
            List<Move> moves) {
        Map<ActivationId, Member> members = new LinkedHashMap<>();
        new Closure(measure, outputs, reads, new Moves(moves))
                .around(ranked, MOST)
                .forEach(member -> members.put(member.id(), member));
        addReads(trace, measure, members.values(), reads);
        Repeats repeats = new Repeats(prompt, members.values(), reads);
        repeats.heads(reading.attending(trace, repeats.positions(), Repeats.ATTENDS), outputs, measure)
                .forEach(member ->
                        members.merge(member.id(), member, (known, again) -> known.noLaterThan(again.from())));
        addReads(trace, measure, members.values(), reads);
        return members.values().stream()
                .sorted(Comparator.comparingInt(Member::from)
                        .thenComparing(member -> member.rank() == 0)
                        .thenComparingInt(Member::rank))
                .toList();
    }

    private void addReads(
            String trace, Measure measure, Collection<Member> members, Map<ActivationId, List<Read>> reads) {
        List<ActivationId> unread = members.stream()
                .map(Member::id)
                .filter(id -> !reads.containsKey(id))
                .toList();
        reads.putAll(reading.reads(trace, unread, measure));
    }

    private Story told(Ruled ruled) {
        Prompt prompt = ruled.prompt();
        Measure measure = ruled.measure();
        List<Member> members = ruled.members();
        Value trace = ruled.row().get("trace");
        String id = ruled.trace();
        List<ActivationId> ids = members.stream().map(Member::id).toList();
        List<String> asked = Stream.of(prompt.target(), prompt.distractor())
                .flatMap(text -> Optional.ofNullable(text).stream())
                .toList();
        List<ActivationId> mlps = members.stream()
                .filter(member -> !member.output().head() && member.output().position() == prompt.targetPosition())
                .map(Member::id)
                .toList();
        Telling telling = new Telling(
                measure,
                new Captions(prompt, measure),
                ruled.reads(),
                reading.written(id, ids, asked, Captions.WRITTEN),
                reading.neurons(id, mlps, NEURONS));
        double[] shown = shown(members, measure);
        return new Story(
                id,
                measure.label(),
                ruled.measures().stream().map(Measure::label).toList(),
                trace.get("effects").asString(measure == Measure.DLA ? "none" : "logit"),
                trace.get("metric").asString(null),
                trace.get("metricValue").isNull()
                        ? null
                        : Figures.rounded(trace.get("metricValue").asDouble()),
                prompt.target(),
                prompt.distractor(),
                prompt.targetPosition(),
                trace.get("targetProbability").isNull()
                        ? null
                        : Figures.rounded(trace.get("targetProbability").asDouble()),
                prediction(ruled.row()),
                trace.get("layers").asInt(),
                places(prompt),
                members.stream()
                        .map(member -> telling.part(member, shown[member.from()]))
                        .toList(),
                Telling.links(members, ruled.moves(), shown),
                reading.lens(id, prompt.targetPosition(), prompt.distractor()),
                new Story.Totals(
                        Figures.round(amount(ruled)),
                        ruled.all().size(),
                        members.stream().mapToInt(Member::rank).max().orElse(0),
                        ruled.sinks()),
                Statements.read("story/components"));
    }

    // effects are known of all, direct logit attribution of what is kept; what was measured is once a component
    private double amount(Ruled ruled) {
        Measure measure = ruled.measure();
        int first = ruled.prompt().first();
        if (measure == Measure.MEASURED) {
            return ruled.all().stream()
                    .mapToDouble(each -> Math.abs(each.sum()))
                    .sum();
        }
        OptionalDouble effects =
                measure == Measure.EFFECT ? reading.amount(ruled.trace(), first) : OptionalDouble.empty();
        return effects.orElseGet(() -> ruled.outputs().stream()
                .filter(output -> output.position() >= first)
                .mapToDouble(output -> Math.abs(measure.amount(output)))
                .sum());
    }

    /** What is shown, regardless of sign, with so many ranked components or fewer: what keys and moves are parts of. */
    private static double[] shown(List<Member> members, Measure measure) {
        int most = members.stream().mapToInt(Member::from).max().orElse(0);
        double[] shown = new double[most + 1];
        for (int count = 0; count <= most; count++) {
            int here = Math.max(count, Closure.FEWEST);
            shown[count] = members.stream()
                    .filter(member -> member.from() <= here)
                    .mapToDouble(member -> Math.abs(measure.atPosition(member.output())))
                    .sum();
        }
        return shown;
    }

    private static Prompt prompt(Record row) {
        Value trace = row.get("trace");
        List<Value> tokens = row.get("tokens").asList(token -> token);
        return new Prompt(
                tokens.stream().map(token -> token.get("text").asString()).toList(),
                tokens.stream().map(token -> token.get("id").asInt(0)).toList(),
                target(trace, tokens.size() - 1),
                trace.get("target").asString(null),
                trace.get("distractor").asString(null));
    }

    // of an answer of several tokens the last's: the picture ends there
    private static int target(Value trace, int otherwise) {
        Value several = trace.get("targetPositions");
        return several.isNull()
                ? trace.get("targetPosition").asInt(otherwise)
                : several.get(several.size() - 1).asInt();
    }

    private static List<Story.Place> places(Prompt prompt) {
        List<Story.Place> places = new ArrayList<>();
        prompt.tokens().forEach(token -> places.add(new Story.Place(places.size(), token)));
        return places;
    }

    private static Story.@Nullable Predicted prediction(Record row) {
        List<Value> predictions = row.get("predictions").asList(each -> each);
        return predictions.isEmpty()
                ? null
                : new Story.Predicted(
                        predictions.get(0).get("text").asString(""),
                        Figures.round(predictions.get(0).get("probability").asDouble(0)));
    }
}
