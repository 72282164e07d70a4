package io.headstream.tracer.decompose;

import static io.headstream.tracer.decompose.Measure.*;
import static io.headstream.tracer.decompose.PartKind.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import io.headstream.tracer.Golden;
import io.headstream.tracer.attribution.Question;
import io.headstream.tracer.effect.EffectOptions;
import io.headstream.tracer.effect.GradientPass;
import io.headstream.tracer.family.ModelLoader;
import io.headstream.tracer.model.Transformer;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table holds every part's figures, kept or not, and they add up to those of the wholes when the engine has let go of the pass. */
class LayerTableTest {
    private static final int[] TOKENS = {3, 5, 7, 11, 2, 9};
    private static final int TARGET = 4; // keys lie behind it too

    private static List<LayerTable> tables(String family) {
        try (Transformer model = ModelLoader.load(Golden.folder(family));
                NDManager manager = model.newPassManager()) {
            Question question = new Question(TARGET, 5, OptionalInt.of(9));
            GradientPass.Result pass =
                    new GradientPass(model, TOKENS, manager).run(EffectOptions.DEFAULT, logits -> question, done -> {});
            return Tables.of(
                    Tables.decomposition(model, pass.cache(), question, pass.gradients()), model, pass.cache());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "gpt-j", "gpt-neo", "qwen3"})
    void parts_make_their_wholes(String family) {
        for (LayerTable table : tables(family)) {
            for (int p = 0; p < TOKENS.length; p++) {
                double beside = table.size().parallel() ? table.get(MLP_OUT, SHARE, p) : 0;
                double inAttention = sum(table, TERM, SHARE, p) + table.get(B_O, SHARE, p);
                close(table.get(RESID_PRE, SHARE, p) + inAttention + beside, 1);
                close(sum(table, HEAD, SHARE, p) + table.get(B_O, SHARE, p), table.get(ATTN_OUT, SHARE, p));
                close(sum(table, NEURON, SHARE, p) + table.get(B_OUT, SHARE, p), 1);
                close(sum(table, HEAD, EFFECT, p) + bias(table, B_O, EFFECT, p), table.get(ATTN_OUT, EFFECT, p));
                close(sum(table, NEURON, EFFECT, p) + bias(table, B_OUT, EFFECT, p), table.get(MLP_OUT, EFFECT, p));
                close(sum(table, TERM, EFFECT, p), sum(table, HEAD, EFFECT, p));
                close(sum(table, TERM, INFLUENCE, p), sum(table, HEAD, INFLUENCE, p));
                close(
                        sum(table, NEURON, INFLUENCE, p) + table.get(B_OUT, INFLUENCE, p),
                        table.get(MLP_OUT, INFLUENCE, p));
            }
            close(sum(table, TERM, DLA, TARGET), sum(table, HEAD, DLA, TARGET));
            close(sum(table, HEAD, DLA, TARGET) + bias(table, B_O, DLA, TARGET), table.get(ATTN_OUT, DLA, TARGET));
            close(sum(table, NEURON, DLA, TARGET) + bias(table, B_OUT, DLA, TARGET), table.get(MLP_OUT, DLA, TARGET));
        }
    }

    @Test
    void a_memory_value_has_what_all_queries_take_of_it_and_its_share_and_dla_as_the_target_takes_it() {
        for (LayerTable table : tables("gpt2")) {
            for (int k = 0; k < TOKENS.length; k++) {
                for (int h = 0; h < table.size().heads(); h++) {
                    close(table.get(MEMORY, EFFECT, k, h), taken(table, EFFECT, k, h));
                    close(table.get(MEMORY, INFLUENCE, k, h), taken(table, INFLUENCE, k, h));
                    assertThat(table.has(MEMORY, DLA, k, h)).isEqualTo(k <= TARGET);
                    if (k <= TARGET) {
                        int term = table.term(TARGET, h, k);
                        close(table.get(MEMORY, SHARE, k, h), table.get(TERM, SHARE, TARGET, term));
                        close(table.get(MEMORY, DLA, k, h), table.get(TERM, DLA, TARGET, term));
                    }
                }
            }
        }
    }

    @Test
    void a_residual_state_has_the_share_that_the_layer_above_takes_of_it() {
        List<LayerTable> tables = tables("gpt2");
        assertThat(tables.get(tables.size() - 1).has(RESID_POST, SHARE, 0, 0)).isFalse();
        assertThat(tables.get(0).get(RESID_POST, SHARE, 1))
                .isEqualTo(tables.get(1).get(RESID_PRE, SHARE, 1));
        assertThat(tables.get(0).get(RESID_POST, EFFECT, 1))
                .isEqualTo(tables.get(1).get(RESID_PRE, EFFECT, 1));
        assertThat(tables.get(0).get(RESID_POST, INFLUENCE, 1))
                .isEqualTo(tables.get(1).get(RESID_PRE, INFLUENCE, 1));
    }

    @Test
    void a_masked_key_has_no_share() {
        int masked = 0;
        for (LayerTable table : tables("mistral")) {
            for (int q = 0; q < TOKENS.length; q++) {
                for (int i = 0; i < table.count(TERM, q); i++) {
                    if (table.get(TERM, COEFFICIENT, q, i) == 0) {
                        masked++;
                        assertThat(table.get(TERM, SHARE, q, i)).isZero();
                        assertThat(table.get(TERM, INFLUENCE, q, i)).isZero();
                    }
                }
            }
        }
        assertThat(masked).isPositive();
    }

    @Test
    void narrowed_it_has_what_is_listed_and_the_sums_and_ranks_of_all() {
        LayerTable table = tables("gpt2").get(1);
        LayerTable all = tables("gpt2").get(1);
        BitSet neurons = new BitSet();
        for (int p = 0; p < TOKENS.length; p++) {
            neurons.set(table.start(NEURON, p) + 3);
            neurons.set(table.start(NEURON, p) + 7);
        }
        BitSet terms = new BitSet();
        terms.set(table.start(TERM, 3) + table.term(3, 1, 2));
        table.narrow(NEURON, neurons);
        table.narrow(TERM, terms);
        assertThat(table.indices(NEURON, 2)).containsExactly(3, 7);
        assertThat(table.indices(TERM, 3)).containsExactly(table.term(3, 1, 2));
        for (int p = 0; p < TOKENS.length; p++) {
            assertThat(table.get(NEURON, EFFECT, p, 7)).isEqualTo(all.get(NEURON, EFFECT, p, 7));
            assertThat(table.get(NEURON, NORM, p, 3)).isEqualTo(all.get(NEURON, NORM, p, 3));
            double share = all.get(NEURON, SHARE, p, 7);
            int larger = 0;
            for (int i = 0; i < all.count(NEURON, p); i++) {
                larger += all.get(NEURON, SHARE, p, i) > share ? 1 : 0;
            }
            larger += all.get(B_OUT, SHARE, p) > share ? 1 : 0;
            assertThat(table.get(NEURON, RANK, p, 7)).isEqualTo(1 + larger);
        }
        table.keep(NEURON, TARGET, 7);
        close(
                table.left(NEURON, SHARE, TARGET, 0),
                sum(all, NEURON, SHARE, TARGET) - all.get(NEURON, SHARE, TARGET, 7));
        close(table.left(NEURON, DLA, TARGET, 0), sum(all, NEURON, DLA, TARGET) - all.get(NEURON, DLA, TARGET, 7));
        close(table.left(TERM, SHARE, 3, 1), all.get(HEAD, SHARE, 3, 1));
        assertThatThrownBy(() -> table.get(NEURON, SHARE, 2, 5)).hasMessageContaining("let go");
    }

    @Test
    void what_is_marked_is_kept_and_nothing_else() {
        LayerTable table = tables("gpt2").get(0);
        assertThat(table.kept(NEURON, 2)).isEmpty();
        table.keep(NEURON, 2, 7);
        table.keep(NEURON, 2, 3);
        table.keep(TERM, 3, table.term(3, 1, 2));
        assertThat(table.kept(NEURON, 2)).containsExactly(3, 7);
        assertThat(table.kept(NEURON, 1)).isEmpty();
        assertThat(table.kept(NEURON, 3)).isEmpty();
        assertThat(table.kept(TERM, 3)).containsExactly(table.term(3, 1, 2));
        assertThat(table.isKept(HEAD, 3, 1)).isFalse();
    }

    // of all queries' terms on one key
    private static double taken(LayerTable table, Measure measure, int key, int head) {
        double sum = 0;
        for (int q = key; q < TOKENS.length; q++) {
            sum += table.get(TERM, measure, q, table.term(q, head, key));
        }
        return sum;
    }

    private static double sum(LayerTable table, PartKind kind, Measure measure, int p) {
        double sum = 0;
        for (int i = 0; i < table.count(kind, p); i++) {
            sum += table.get(kind, measure, p, i);
        }
        return sum;
    }

    private static double bias(LayerTable table, PartKind kind, Measure measure, int p) {
        return table.has(kind, measure, p, 0) ? table.get(kind, measure, p) : 0;
    }

    private static void close(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(1e-4 * Math.max(1, Math.abs(expected))));
    }
}
