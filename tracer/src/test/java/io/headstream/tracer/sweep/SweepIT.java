package io.headstream.tracer.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headstream.tracer.Golden;
import io.headstream.tracer.SmolLm2;
import io.headstream.tracer.attribution.Question;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.intervene.Kind;
import io.headstream.tracer.intervene.Positions;
import io.headstream.tracer.intervene.Vector;
import io.headstream.tracer.load.LoadedModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a sweep measures agrees with an independent computation: hooks on another implementation's modules, one pass for each change. */
class SweepIT {
    private static final double TOLERANCE = 2e-3;

    @Test
    void of_the_sample_model() {
        try (LoadedModel model = LoadedModel.load(Golden.sampleModel())) {
            new Run(model, Golden.json("sample/mary-ablations.json"), 518, 535).all();
        }
    }

    @Test
    @Tag("smollm2")
    void of_smollm2() {
        new Run(SmolLm2.model(), Golden.json("smollm2/mary-ablations.json"), 5099, 2322).everywhere();
    }

    @Test
    @Tag("smollm2")
    @Tag("thorough")
    void of_smollm2_whole() {
        new Run(SmolLm2.model(), Golden.json("smollm2/mary-ablations.json"), 5099, 2322).all();
    }

    @Test
    void a_cancelled_sweep_has_given_what_it_measured() {
        try (LoadedModel model = LoadedModel.load(Golden.sampleModel())) {
            Run run = new Run(model, Golden.json("sample/mary-ablations.json"), 518, 535);
            List<Measured> measured = new ArrayList<>();
            Sweep sweep = new Sweep(model, run.request("ids", Swept.HEADS, Vector.NONE, Positions.ALL));
            assertThatThrownBy(() -> sweep.run(baseline -> {}, measured::add, (done, of) -> {
                        if (measured.size() >= 10) {
                            throw new CancellationException();
                        }
                    }))
                    .isInstanceOf(CancellationException.class);
            assertThat(measured).hasSizeBetween(10, 35);
        }
    }

    @Test
    void what_cannot_be_swept_is_named() {
        try (LoadedModel model = LoadedModel.load(Golden.sampleModel())) {
            Run run = new Run(model, Golden.json("sample/mary-ablations.json"), 518, 535);
            Vector shorter = new Vector.OfPrompt(List.of(0, 4000, 4001), Map.of());
            SweepRequest request = run.request("ids", Swept.HEADS, shorter, Positions.of(14));
            assertThatThrownBy(() -> new Sweep(model, request).run(b -> {}, m -> {}, Sweep.Progress.NONE))
                    .isInstanceOf(TraceException.class)
                    .hasMessageContaining("position 14 has no counterpart in the other prompt");
        }
    }

    private record Run(LoadedModel model, JsonNode golden, int mary, int john) {
        void everywhere() {
            matrix("zeroHeads", request("ids", Swept.HEADS, Vector.NONE, Positions.ALL));
            matrix("zeroMlps", request("ids", Swept.MLPS, Vector.NONE, Positions.ALL));
        }

        void all() {
            Vector clean = new Vector.OfPrompt(ids("ids"), Map.of());
            everywhere();
            matrix("zeroHeadsLast", request("ids", Swept.HEADS, Vector.NONE, Positions.TARGET));
            matrix("patchHeads", request("corruptIds", Swept.HEADS, clean, Positions.ALL));
            matrix("patchResidPre", request("corruptIds", Swept.RESID_PRE, clean, Positions.ALL));
            matrix("zeroMlpsLast", request("ids", Swept.MLPS, Vector.NONE, Positions.TARGET));
            neurons();
        }

        List<Integer> ids(String name) {
            return Arrays.asList(new ObjectMapper().convertValue(golden.get(name), Integer[].class));
        }

        SweepRequest request(String prompt, Swept swept, Vector vector, Positions positions) {
            int[] tokens = ids(prompt).stream().mapToInt(Integer::intValue).toArray();
            return new SweepRequest(
                    tokens,
                    new Question(tokens.length - 1, mary, OptionalInt.of(john)),
                    swept,
                    vector == Vector.NONE ? Kind.ZERO : Kind.PATCH,
                    vector,
                    positions,
                    300);
        }

        // [layer][head or position], or [layer]
        private void matrix(String name, SweepRequest request) {
            double before = golden.get(name.startsWith("patch") ? "corruptMetric" : "metric")
                    .asDouble();
            List<Measured> all = run(request, before);
            List<Double> expected = new ArrayList<>();
            golden.get(name).forEach(row -> {
                if (row.isArray()) {
                    row.forEach(each -> expected.add(each.asDouble()));
                } else {
                    expected.add(row.asDouble());
                }
            });
            assertThat(all).hasSameSizeAs(expected);
            for (int i = 0; i < all.size(); i++) {
                Measured each = all.get(i);
                assertThat(each.metric()).as("%s %s", name, each.at()).isCloseTo(expected.get(i), within(TOLERANCE));
                assertThat(each.change()).isCloseTo(expected.get(i) - before, within(2 * TOLERANCE));
            }
        }

        private List<Measured> run(SweepRequest request, double before) {
            List<Measured> all = new ArrayList<>();
            new Sweep(model, request)
                    .run(
                            baseline -> assertThat(baseline.metric()).isCloseTo(before, within(TOLERANCE)),
                            all::add,
                            Sweep.Progress.NONE);
            return all;
        }

        private void neurons() {
            List<Measured> all = run(
                    request("ids", Swept.NEURONS, Vector.NONE, Positions.TARGET),
                    golden.get("metric").asDouble());
            assertThat(all).hasSize(300);
            int found = 0;
            for (JsonNode neuron : golden.get("zeroNeuronsLast")) {
                for (Measured each : all) {
                    if (each.at().layer() == neuron.get(0).asInt()
                            && each.at().number() == neuron.get(1).asInt()) {
                        assertThat(each.metric()).isCloseTo(neuron.get(2).asDouble(), within(TOLERANCE));
                        found++;
                    }
                }
            }
            assertThat(found).isGreaterThan(5);
        }
    }
}
