package io.headstream.tracer.intervene;

import java.util.List;
import java.util.stream.IntStream;

/** What is done to one sequence, worked out: the steps at each site in the order in which they were asked for. */
public record Plan(List<Step> steps, List<Terms> terms, List<Frozen> patterns) {
    /** Nothing. */
    public static final Plan NONE = new Plan(List.of(), List.of(), List.of());

    /** The first block that it reaches, on which those before do not depend; 0 where it reaches the embedding, all blocks' number after the last. */
    public int firstBlock() {
        return IntStream.of(
                        steps.stream().mapToInt(Step::firstBlock).min().orElse(Integer.MAX_VALUE),
                        terms.stream().mapToInt(Terms::layer).min().orElse(Integer.MAX_VALUE),
                        patterns.stream().mapToInt(Frozen::layer).min().orElse(Integer.MAX_VALUE))
                .min()
                .orElseThrow();
    }

    public boolean isEmpty() {
        return steps.isEmpty() && terms.isEmpty() && patterns.isEmpty();
    }
}
