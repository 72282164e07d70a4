package io.headstream.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComponentNameTest {

    @ParameterizedTest
    @CsvSource({"L9H6, HEAD, 9, 6", "L0H0, HEAD, 0, 0", "L3N1204, NEURON, 3, 1204", "L5.mlp, MLP, 5, -1"})
    void every_form_of_a_name_is_read_and_written(String name, Component component, int layer, int number) {
        ComponentName expected = new ComponentName(component, layer, number);
        assertThat(ComponentName.parse(name)).contains(expected);
        assertThat(expected).hasToString(name);
        assertThat(component.names(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "L9",
                "H6",
                "L9H",
                "L9N",
                "L9H06",
                "L09H6",
                "L5.mlp3",
                "L5mlp",
                "L5.attn",
                "L3P5.H2",
                "L9H6 value",
                "l9h6"
            })
    void what_is_no_name_is_none(String text) {
        assertThat(ComponentName.parse(text)).isEmpty();
    }

    @Test
    void a_form_is_known_however_large_the_numbers() {
        assertThat(Component.HEAD.names("L99999999999H1")).isTrue();
        assertThat(Component.HEAD.names("L3N1")).isFalse();
        assertThat(Component.NEURON.names("L3N1\n")).isFalse();
        assertThat(Component.MLP.names("L3xmlp")).isFalse();
    }

    @Test
    void components_that_cannot_be_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ComponentName.head(-1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> ComponentName.neuron(0, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ComponentName(Component.MLP, 0, 4));
    }
}
