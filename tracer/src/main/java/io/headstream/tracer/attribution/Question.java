package io.headstream.tracer.attribution;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What a trace explains: a token, or an answer of several, each predicted at the position before it.
 *
 * @param position whose prediction the first token is; the others' follow it
 * @param targets the tokens, in order
 * @param distractors empty, or as many: then target's logit minus this one's is explained, place by place and in the target's context
 */
public record Question(int position, List<Integer> targets, List<Integer> distractors) {
    public Question {
        targets = List.copyOf(targets);
        distractors = List.copyOf(distractors);
    }

    /** Of one token. */
    public Question(int position, int target, OptionalInt distractor) {
        this(position, List.of(target), distractor.stream().boxed().toList());
    }

    /** The first token. */
    public int target() {
        return targets.get(0);
    }

    /** What the first token is compared with. */
    public OptionalInt distractor() {
        return distractors.stream().mapToInt(Integer::intValue).findFirst();
    }

    /** Whether it is an answer of several tokens. */
    public boolean isSequence() {
        return targets.size() > 1;
    }

    /** Whether the metric is a log probability: of answers of several tokens that are compared with no other. */
    public boolean isLogProbability() {
        return isSequence() && distractors.isEmpty();
    }

    /** The positions whose predictions are explained, in order. */
    public IntStream positions() {
        return IntStream.range(position, position + targets.size());
    }

    /** The same as an index of rows, from the first to behind the last. */
    public String rows() {
        return position + ":" + (position + targets.size());
    }

    public boolean isTarget(int p) {
        return p >= position && p < position + targets.size();
    }

    /** The token explained at a position; before the first the first, behind the last the last. */
    public int targetAt(int p) {
        return targets.get(Math.max(0, Math.min(targets.size() - 1, p - position)));
    }
}
