package io.headstream.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivationIdTest {

    @ParameterizedTest
    @CsvSource({
        "L0P5.embed, EMBED, 0, 5, -1, embed",
        "L3P5.mid, MID, 3, 5, -1, resid_mid L3",
        "L3P5.post, POST, 3, 5, -1, resid_post L3",
        "L3P5.attn, ATTN, 3, 5, -1, attn_out L3",
        "L3P5.mlp, MLP, 3, 5, -1, mlp_out L3",
        "L3P5.H2, HEAD, 3, 5, 2, L3H2",
        "L3P5.H2.v, MEMORY, 3, 5, 2, L3H2 value",
        "L3P5.N1204, NEURON, 3, 5, 1204, L3N1204",
        "L3P5.ln1, LN1, 3, 5, -1, ln1 L3",
        "L3P5.ln2, LN2, 3, 5, -1, ln2 L3",
        "L5P5.final, FINAL, 5, 5, -1, ln_final",
        "L3P5.b_O, B_O, 3, 5, -1, b_O L3",
        "L3P5.b_out, B_OUT, 3, 5, -1, b_out L3",
        "L0P0.H0, HEAD, 0, 0, 0, L0H0",
        "L95P131071.N49151, NEURON, 95, 131071, 49151, L95N49151"
    })
    void every_form_of_an_id_is_read_and_written(
            String id, Site site, int layer, int position, int number, String name) {
        ActivationId activation = new ActivationId(site, layer, position, number);
        assertThat(ActivationId.parse(id)).contains(activation);
        assertThat(activation).hasToString(id);
        assertThat(activation.name()).isEqualTo(name);
    }

    @ParameterizedTest
    @EnumSource
    void what_is_written_is_read_back_as_the_same(Site site) {
        Random random = new Random(7);
        for (int i = 0; i < 1000; i++) {
            int number = site.numbered() ? random.nextInt(1_000_000_000) : -1;
            ActivationId id = new ActivationId(site, random.nextInt(200), random.nextInt(1_000_000_000), number);
            assertThat(ActivationId.parse(id.toString())).contains(id);
            assertThat(id.toString())
                    .matches(ActivationId.pattern(any -> true))
                    .matches(ActivationId.pattern(site::equals));
            assertThat(id.toString().matches(ActivationId.pattern(Site::sum))).isEqualTo(site.sum());
        }
    }

    @Test
    void sums_are_the_states_but_the_first_what_attention_and_the_mlp_write_and_the_heads() {
        assertThat(ActivationId.pattern(Site::sum)).isEqualTo("^L\\d+P\\d+\\.(?:H\\d+|attn|mid|mlp|post)$");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "L3",
                "L3P5",
                "L3P5.",
                "L3P5.H",
                "L3P5.H2.",
                "L3P5.H2.w",
                "L3P5.H02",
                "L03P5.mlp",
                "L3P05.mlp",
                "L-1P5.mlp",
                "L3P5.N",
                "L3P5.N4.v",
                "L3P5.N-1",
                "L3P5.mlp2",
                "L3P5.MLP",
                "L3P5.resid",
                "L3P5.mlp ",
                " L3P5.mlp",
                "l3P5.mlp",
                "L3P5.H#",
                "L3P5.H#.v",
                "L3P5.N#",
                "L3P5.X1",
                "L3H2",
                "P5",
                "L9999999999P5.mlp",
                "L3P5.H9999999999",
                "L3P5.mlp\n",
                "L٣P5.mlp"
            })
    void what_is_no_id_is_none(String text) {
        assertThat(ActivationId.parse(text)).isEmpty();
    }

    @Test
    void places_that_cannot_be_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ActivationId.mlp(-1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> ActivationId.mlp(0, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> ActivationId.head(0, 0, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> ActivationId.at(Site.HEAD, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new ActivationId(Site.MLP, 0, 0, 3));
    }

    @Test
    void resid_pre_is_the_state_after_the_block_before() {
        assertThat(ActivationId.residPre(0, 5)).hasToString("L0P5.embed");
        assertThat(ActivationId.residPre(1, 5)).hasToString("L0P5.post");
        assertThat(ActivationId.residPre(12, 5)).hasToString("L11P5.post");
    }

    @ParameterizedTest
    @CsvSource({
        "L3P5.H2, L2P5.post, L2P5.post",
        "L0P5.H2.v, L0P5.embed, L0P5.embed",
        "L3P5.attn, L2P5.post, L2P5.post",
        "L3P5.ln1, L2P5.post, L2P5.post",
        "L3P5.ln2, L3P5.mid, L2P5.post",
        "L3P5.mlp, L3P5.mid, L2P5.post",
        "L0P5.mlp, L0P5.mid, L0P5.embed",
        "L3P5.N9, L3P5.mid, L2P5.post",
        "L5P5.final, L5P5.post, L5P5.post"
    })
    void what_is_read_is_resid_pre_but_by_the_mlp_which_reads_resid_mid_where_blocks_are_not_parallel(
            String reader, String inSequence, String inParallel) {
        assertThat(id(reader).reads(false)).contains(id(inSequence));
        assertThat(id(reader).reads(true)).contains(id(inParallel));
    }

    @ParameterizedTest
    @CsvSource({
        "L3P5.H2, L3P5.attn, L3P5.attn",
        "L3P5.b_O, L3P5.attn, L3P5.attn",
        "L3P5.attn, L3P5.mid, L3P5.post",
        "L3P5.mid, L3P5.post, L3P5.post",
        "L3P5.N9, L3P5.mlp, L3P5.mlp",
        "L3P5.b_out, L3P5.mlp, L3P5.mlp",
        "L3P5.mlp, L3P5.post, L3P5.post",
        "L0P5.embed, L0P5.mid, L0P5.post",
        "L3P5.post, L4P5.mid, L4P5.post"
    })
    void parts_add_to_their_wholes(String part, String inSequence, String inParallel) {
        assertThat(id(part).whole(false)).contains(id(inSequence));
        assertThat(id(part).whole(true)).contains(id(inParallel));
    }

    @ParameterizedTest
    @EnumSource
    void the_whole_is_of_the_kind_that_the_site_says(Site site) {
        ActivationId id = new ActivationId(site, 2, 3, site.numbered() ? 1 : -1);
        for (boolean parallel : List.of(true, false)) {
            assertThat(id.whole(parallel).map(ActivationId::kind)).isEqualTo(site.whole());
        }
    }

    @Test
    void heads_neurons_and_mlps_are_components() {
        assertThat(id("L3P5.H2").component()).contains(ComponentName.head(3, 2));
        assertThat(id("L3P5.H2.v").component()).contains(ComponentName.head(3, 2));
        assertThat(id("L3P5.N9").component()).contains(ComponentName.neuron(3, 9));
        assertThat(id("L3P5.mlp").component()).contains(ComponentName.mlp(3));
        assertThat(id("L3P5.attn").component()).isEqualTo(Optional.empty());
        assertThat(id("L3P5.b_out").component()).isEmpty();
    }

    @Test
    void a_nodes_properties_say_its_place() {
        assertThat(id("L3P5.H2.v").properties())
                .containsOnly(
                        Map.entry("node", "L3P5.H2.v"),
                        Map.entry("layer", 3),
                        Map.entry("position", 5),
                        Map.entry("name", "L3H2 value"),
                        Map.entry("head", 2));
        assertThat(id("L3P5.N9").properties()).containsEntry("index", 9).doesNotContainKeys("head", "site");
        assertThat(id("L3P5.b_O").properties()).containsEntry("site", "b_O");
        assertThat(id("L3P5.attn").properties()).doesNotContainKeys("site", "head", "index");
    }

    @Test
    void within_the_block_the_embedding_needs_no_layer() {
        assertThat(id("L0P5.embed").inBlock()).isEqualTo("embed");
        assertThat(id("L3P5.mid").inBlock()).isEqualTo("L3.mid");
        assertThat(id("L3P5.H2.v").inBlock()).isEqualTo("L3.H2.v");
    }

    private static ActivationId id(String text) {
        return ActivationId.parse(text).orElseThrow();
    }
}
