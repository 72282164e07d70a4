package io.headstream.api.story;

import io.headstream.schema.ActivationId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * Who noticed that a token stood there before: at a position that the story reads, heads that attend to where its token was (duplicate token heads, Wang et al. 2022), and one that
 * attends to what followed it there (induction, Olsson et al. 2022).
 */
final class Repeats {
    static final int MOST_DUPLICATES = 2;
    static final int MOST_INDUCTIONS = 1;

    /** The weight from which on a head is said to attend to a key. */
    static final double ATTENDS = 0.5;

    /** A head's output that attends to a key. */
    record Attending(ActivationId output, int key, double weight) {}

    private final Prompt prompt;
    private final Map<Integer, Integer> reached = new HashMap<>();

    /** `reads`: of the members, the largest first. */
    Repeats(Prompt prompt, Collection<Member> members, Map<ActivationId, List<Read>> reads) {
        this.prompt = prompt;
        for (Member member : members) {
            reached.merge(member.output().position(), member.from(), Math::min);
            reads.getOrDefault(member.id(), List.of()).stream()
                    .limit(1)
                    .forEach(read -> reached.merge(read.key(), member.from(), Math::min));
        }
        reached.keySet().removeIf(position -> prompt.earlier(position).isEmpty());
    }

    /** Positions reached whose token stood earlier. */
    List<Integer> positions() {
        return reached.keySet().stream().sorted().toList();
    }

    /** The heads to add; `attending`: what there is at those positions. */
    List<Member> heads(List<Attending> attending, Map<ActivationId, Output> outputs, Measure measure) {
        List<Member> heads = new ArrayList<>();
        for (int position : positions()) {
            List<Integer> earlier = prompt.earlier(position);
            IntPredicate followed = key -> key < position && earlier.contains(key - 1);
            List<Output> duplicates = strongest(attending, position, earlier::contains, outputs, measure);
            List<Output> inductions = strongest(attending, position, followed::test, outputs, measure);
            add(heads, duplicates, MOST_DUPLICATES, Role.DUPLICATE, position);
            add(heads, inductions, MOST_INDUCTIONS, Role.INDUCTION, position);
        }
        return heads;
    }

    private static List<Output> strongest(
            List<Attending> attending,
            int position,
            Predicate<Integer> keys,
            Map<ActivationId, Output> outputs,
            Measure measure) {
        return attending.stream()
                .filter(each -> each.output().position() == position)
                .filter(each -> each.weight() >= ATTENDS && keys.test(each.key()))
                .flatMap(each -> Optional.ofNullable(outputs.get(each.output())).stream())
                .sorted(Comparator.comparingDouble((Output output) -> -Math.abs(measure.amount(output)))
                        .thenComparing(output -> output.id().toString()))
                .toList();
    }

    private void add(List<Member> heads, List<Output> found, int most, Role role, int position) {
        int from = reached.getOrDefault(position, 1);
        found.stream().limit(most).forEach(output -> heads.add(new Member(output, role, from, 0)));
    }
}
