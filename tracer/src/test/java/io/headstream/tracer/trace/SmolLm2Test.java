package io.headstream.tracer.trace;

import io.headstream.tracer.Golden;
import io.headstream.tracer.SmolLm2;
import io.headstream.tracer.load.LoadedModel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Traces of SmolLM2-135M-Instruct agree with independent figures. */
@Tag("smollm2")
class SmolLm2Test {
    private static LoadedModel model;

    @BeforeAll
    static void load() {
        model = LoadedModel.load(SmolLm2.folder());
    }

    @AfterAll
    static void close() {
        if (model != null) {
            model.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mary", "tokyo"})
    void figures_at_the_target_position(String name) {
        new GoldenFigures(model, Golden.json("smollm2/" + name + ".json")).check();
    }
}
