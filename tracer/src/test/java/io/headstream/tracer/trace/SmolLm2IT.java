package io.headstream.tracer.trace;

import io.headstream.tracer.Golden;
import io.headstream.tracer.SmolLm2;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Traces of SmolLM2-135M-Instruct agree with independent figures. */
@Tag("smollm2")
class SmolLm2IT {

    @Test
    void figures_at_the_target_position() {
        check("mary");
    }

    @Test
    @Tag("thorough")
    void figures_at_the_target_position_of_another_prompt() {
        check("tokyo");
    }

    private static void check(String name) {
        new GoldenFigures(SmolLm2.model(), Golden.json("smollm2/" + name + ".json")).check();
    }
}
