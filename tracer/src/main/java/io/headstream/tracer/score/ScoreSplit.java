package io.headstream.tracer.score;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import io.headstream.schema.ComponentName;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.model.ActivationCache;
import io.headstream.tracer.model.Architecture;
import io.headstream.tracer.model.Block;
import io.headstream.tracer.model.Rotary;
import io.headstream.tracer.model.Transformer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntConsumer;

/**
 * One attention score, exactly in parts: score = scale * query . key, where query and key are each the sum of what the residual stream's
 * writers make of them (Elhage et al. 2021, the terms of a head's QK circuit). Norms' scales are those of the pass. With another key the
 * difference of the two scores is split, which is the logarithm of the ratio of their weights, unless an intervention changed the row.
 *
 * @param score before softmax and before interventions on scores
 * @param weight of the pattern, as the pass has it
 * @param weightAgainst the other key's; 0 where there is none
 * @param queryParts what each writer of the query does, with the key as it is; they add up to the score
 * @param keyParts what each writer of the key does, with the query as it is; so do they
 * @param pairs the strongest of one writer of the query with one of the key, by size
 */
public record ScoreSplit(
        ComponentName head,
        Question question,
        double score,
        double weight,
        double weightAgainst,
        List<Part> queryParts,
        List<Part> keyParts,
        List<Pair> pairs) {
    private static final int PAIRS = 30;

    /** What is asked: positions from 0. */
    public record Question(int query, int key, OptionalInt against) {}

    public record Part(Writer writer, double score) {}

    public record Pair(Writer query, Writer key, double score) {}

    /**
     * Splits a score of a pass.
     *
     * @param layerDone told after each block that was gone through
     * @throws TraceException where the model has no such head, or the query cannot see a key
     */
    public static ScoreSplit of(
            Transformer model, ActivationCache cache, ComponentName head, Question question, IntConsumer layerDone) {
        check(model.architecture(), cache.positions(), head, question);
        int layer = head.layer();
        int[] positions = question.against().isPresent()
                ? new int[] {
                    question.query(), question.key(), question.against().getAsInt()
                }
                : new int[] {question.query(), question.key()};
        try (NDScope scope = new NDScope();
                Block.InUse use = model.parameters().blocks().get(layer).use()) {
            scope.suppressNotUsedWarning();
            StreamParts stream = StreamParts.before(layer, positions, model, cache, layerDone);
            Sides sides = new Sides(model.architecture(), cache, use.block(), head, positions, stream);
            Projected query = sides.query();
            Projected key = sides.key(1);
            if (positions.length > 2) {
                key = key.less(sides.key(2));
            }
            NDArray row = model.pattern(layer, cache).get(head.number()).get(question.query()); // [key]
            return split(
                    head,
                    question,
                    model.architecture().scoreScale(layer),
                    query,
                    key,
                    row.getFloat(question.key()),
                    positions.length > 2 ? row.getFloat(positions[2]) : 0);
        }
    }

    private static ScoreSplit split(
            ComponentName head,
            Question question,
            double scale,
            Projected query,
            Projected key,
            double weight,
            double weightAgainst) {
        List<Part> queryParts = parts(query, key.whole(), scale);
        List<Part> keyParts = parts(key, query.whole(), scale);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < query.parts().length; i++) {
            for (int j = 0; j < key.parts().length; j++) {
                pairs.add(new Pair(
                        query.writers().get(i), key.writers().get(j), scale * dot(query.parts()[i], key.parts()[j])));
            }
        }
        pairs.sort(Comparator.comparingDouble(pair -> -Math.abs(pair.score())));
        return new ScoreSplit(
                head,
                question,
                scale * dot(query.whole(), key.whole()),
                weight,
                weightAgainst,
                queryParts,
                keyParts,
                List.copyOf(pairs.subList(0, Math.min(PAIRS, pairs.size()))));
    }

    private static List<Part> parts(Projected side, float[] other, double scale) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < side.parts().length; i++) {
            parts.add(new Part(side.writers().get(i), scale * dot(side.parts()[i], other)));
        }
        return parts;
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }

    /** Query and keys of a head at the positions asked for: the query's first. */
    private record Sides(
            Architecture a,
            ActivationCache cache,
            Block block,
            ComponentName head,
            int[] positions,
            StreamParts stream) {
        Projected query() {
            Projected.Projection by = new Projected.Projection(
                    block.ln1(), block.q(), head.number(), a.dHead(), block.qNorm(), Projected.Names.QUERY);
            return of(0, by, layer().q());
        }

        Projected key(int i) {
            int kept = head.number() / (a.heads() / a.attention().keyValueHeads());
            Projected.Projection by = new Projected.Projection(
                    block.ln1(), block.k(), kept, a.dHead(), block.kNorm(), Projected.Names.KEY);
            return of(i, by, layer().k());
        }

        private Projected of(int i, Projected.Projection by, NDArray projected) {
            int position = positions[i];
            Rotary rotary = a.attention().rotary();
            Projected.Place at = new Projected.Place(
                    position,
                    layer().residPre().get(position),
                    projected.get(position),
                    rotary == null ? null : rotary.angles(cache.positions(), projected.getManager()));
            return Projected.of(by, at, stream.writers(i), stream.vectors(i), rotary);
        }

        private ActivationCache.Layer layer() {
            return cache.layers().get(head.layer());
        }
    }

    private static void check(Architecture a, int positions, ComponentName head, Question question) {
        if (head.layer() >= a.layers() || head.number() >= a.heads()) {
            throw new TraceException("there is no head " + head + "; the model has " + a.layers() + " layers of "
                    + a.heads() + " heads, from L0H0");
        }
        if (question.query() < 0 || question.query() >= positions) {
            throw new TraceException(
                    "query " + question.query() + " is not there; positions go from 0 to " + (positions - 1));
        }
        visible(a, head, question.query(), "key", question.key());
        question.against().ifPresent(other -> visible(a, head, question.query(), "against", other));
    }

    private static void visible(Architecture a, ComponentName head, int query, String what, int key) {
        int first = Math.max(0, query - a.window(head.layer()) + 1);
        if (key < first || key > query) {
            throw new TraceException(what + " " + key + " cannot be seen from position " + query + "; in layer "
                    + head.layer() + " it sees " + first + " to " + query);
        }
    }
}
