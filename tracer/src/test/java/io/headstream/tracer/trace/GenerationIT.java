package io.headstream.tracer.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import io.headstream.tracer.Golden;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.generate.Generation;
import io.headstream.tracer.generate.Sampling;
import io.headstream.tracer.intervene.At;
import io.headstream.tracer.intervene.Intervention;
import io.headstream.tracer.intervene.Positions;
import io.headstream.tracer.load.LoadedModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is generated is what plain passes over the text so far say. */
class GenerationIT {
    private static LoadedModel sample;
    private static int[] prompt;

    @BeforeAll
    static void load() {
        sample = LoadedModel.load(Golden.sampleModel());
        prompt = sample.vocabulary().encode("When Mary and John went to the store, John gave a drink to");
    }

    @AfterAll
    static void close() {
        sample.close();
    }

    @Test
    void greedy_takes_the_most_probable_token_of_each_pass() {
        List<Integer> expected = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            expected.add(top(new Generation(prompt, 1, Sampling.GREEDY, List.of()).tokens(expected)));
        }
        assertThat(run(8, Sampling.GREEDY)).isEqualTo(expected);
        assertThat(sample.vocabulary().text(expected.get(0))).isEqualTo(" Mary"); // golden/sample/mary.json
    }

    @Test
    void chance_is_the_same_for_a_seed_and_keeps_to_what_is_allowed() {
        Sampling warm = new Sampling(1.5, 0, 1, 7);
        assertThat(run(12, warm)).isEqualTo(run(12, warm));
        assertThat(run(12, warm)).isNotEqualTo(run(12, new Sampling(1.5, 0, 1, 8)));
        assertThat(run(6, new Sampling(1, 1, 1, 3))).isEqualTo(run(6, Sampling.GREEDY));
        assertThat(run(6, new Sampling(1, 0, 1e-6, 3))).isEqualTo(run(6, Sampling.GREEDY));
        float[] logits = logits(prompt);
        int[] order = IntStream.range(0, logits.length)
                .boxed()
                .sorted((one, other) -> Float.compare(logits[other], logits[one]))
                .mapToInt(Integer::intValue)
                .toArray();
        Set<Integer> firsts = new HashSet<>();
        double second = 0;
        int draws = 2000;
        for (int seed = 0; seed < draws; seed++) {
            int token = new Sampling(2, 3, 1, seed).choose(logits);
            firsts.add(token);
            second += token == order[1] ? 1.0 / draws : 0;
        }
        assertThat(firsts).containsExactlyInAnyOrder(order[0], order[1], order[2]);
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            sum += Math.exp((logits[order[i]] - logits[order[1]]) / 2);
        }
        assertThat(second).isCloseTo(1 / sum, within(0.04)); // four standard deviations
    }

    @Test
    void it_ends_at_a_special_token_and_when_it_is_cancelled() {
        List<Integer> all = run(200, new Sampling(1, 0, 1, 1));
        int special = IntStream.range(0, all.size())
                .filter(i -> sample.vocabulary().isSpecial(all.get(i)))
                .findFirst()
                .orElse(all.size() - 1);
        assertThat(special).isEqualTo(all.size() - 1);
        assertThatThrownBy(() -> new Generation(prompt, 5, Sampling.GREEDY, List.of()).run(sample, done -> {
                    throw new CancellationException();
                }))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void changes_hold_for_every_step() {
        List<Intervention> changes = List.of(
                Intervention.zero(At.head(4, 5, Positions.ALL)), Intervention.zero(At.head(4, 1, Positions.ALL)));
        List<Integer> said = new Generation(prompt, 3, Sampling.GREEDY, changes).run(sample, done -> {});
        for (int i = 0; i < 3; i++) {
            Trace trace = new Tracer(sample)
                    .trace(
                            TraceRequest.of(new Generation(prompt, 1, Sampling.GREEDY, List.of())
                                            .tokens(said.subList(0, i)))
                                    .withInterventions(changes),
                            Progress.NONE);
            assertThat(trace.question().target()).isEqualTo(said.get(i));
        }
    }

    @Test
    void what_goes_past_the_context_is_refused() {
        int room = sample.architecture().context() - prompt.length + 1;
        new Generation(prompt, room, Sampling.GREEDY, List.of()).check(sample.architecture());
        assertThatThrownBy(
                        () -> new Generation(prompt, room + 1, Sampling.GREEDY, List.of()).check(sample.architecture()))
                .isInstanceOf(TraceException.class)
                .hasMessageContaining(room + " can be generated at most, not " + (room + 1));
    }

    private static List<Integer> run(int most, Sampling sampling) {
        return new Generation(prompt, most, sampling, List.of()).run(sample, done -> {});
    }

    private static int top(int[] tokens) {
        float[] logits = logits(tokens);
        return IntStream.range(0, logits.length)
                .reduce((one, other) -> logits[other] > logits[one] ? other : one)
                .orElseThrow();
    }

    private static float[] logits(int[] tokens) {
        try (NDManager manager = sample.transformer().newPassManager()) {
            return sample.transformer()
                    .run(tokens, manager)
                    .logits()
                    .get(tokens.length - 1)
                    .toFloatArray();
        }
    }
}
