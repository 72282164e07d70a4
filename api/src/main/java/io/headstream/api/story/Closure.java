package io.headstream.api.story;

import io.headstream.schema.ActivationId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who stands behind the ranked components, one step back: at most two that move a head's query, two that wrote the value it reads most, two that feed an MLP. Each once,
 * from the least number of ranked components on with which it belongs there, so that whoever shows more of the story loses nothing that was shown.
 */
final class Closure {
    /** Of each kind, for each ranked output. */
    static final int MOST_MOVERS = 2;

    /** Part of all that is shown that a move must be worth. */
    static final double LEAST_PART = 0.01;

    /** What is shown at the least: a part is of what so many ranked components amount to, or more. */
    static final int FEWEST = 8;

    private final Measure measure;
    private final Map<ActivationId, Output> outputs;
    private final Map<ActivationId, List<Read>> reads;
    private final Moves moves;
    private final Map<ActivationId, Member> members = new LinkedHashMap<>();

    Closure(Measure measure, Map<ActivationId, Output> outputs, Map<ActivationId, List<Read>> reads, Moves moves) {
        this.measure = measure;
        this.outputs = outputs;
        this.reads = reads;
        this.moves = moves;
    }

    /** The ranked and who is behind them: no more ranked ones are taken once there are `most` in all. */
    Collection<Member> around(List<Ranking.Ranked> ranked, int most) {
        for (int place = 1; place <= ranked.size() && members.size() < most; place++) {
            for (Output output : ranked.get(place - 1).strongest()) {
                add(output, Role.RANKED, place, place);
            }
            double least = LEAST_PART * shown(ranked, Math.max(place, FEWEST));
            for (Output output : ranked.get(place - 1).strongest()) {
                bringIn(output, place, least);
            }
        }
        return List.copyOf(members.values());
    }

    /** What so many of the ranked amount to, regardless of sign. */
    private double shown(List<Ranking.Ranked> ranked, int count) {
        return ranked.stream()
                .limit(count)
                .flatMap(each -> each.strongest().stream())
                .mapToDouble(output -> Math.abs(measure.atPosition(output)))
                .sum();
    }

    private void bringIn(Output reader, int place, double least) {
        ActivationId id = reader.id();
        if (!reader.head()) {
            bringIn(moves.into(id, Move.MLP), Role.FEEDS, place, least);
            return;
        }
        bringIn(moves.into(id, Move.QUERY), Role.QUERY, place, least);
        List<Read> keys = reads.getOrDefault(id, List.of());
        if (!keys.isEmpty()) {
            ActivationId value = ActivationId.memory(id.layer(), keys.get(0).key(), id.number());
            bringIn(moves.into(value, Move.VALUE), Role.VALUE, place, least);
        }
    }

    private void bringIn(Stream<Move> movers, Role role, int place, double least) {
        movers.limit(MOST_MOVERS)
                .filter(move -> move.size() >= least)
                .forEach(move -> add(outputs.get(move.from()), role, place, 0));
    }

    private void add(@Nullable Output output, Role role, int from, int rank) {
        if (output != null) {
            put(output, role, from, rank);
        }
    }

    // one that others brought in and that is ranked later keeps the earlier place, and is called ranked
    private void put(Output output, Role role, int from, int rank) {
        members.merge(
                output.id(),
                new Member(output, role, from, rank),
                (known, again) -> known.rank() > 0
                        ? known
                        : new Member(
                                output,
                                rank > 0 ? role : known.role(),
                                Math.min(known.from(), from),
                                Math.max(rank, 0)));
    }
}
