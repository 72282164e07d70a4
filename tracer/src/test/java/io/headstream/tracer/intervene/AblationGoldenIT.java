package io.headstream.tracer.intervene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headstream.tracer.Golden;
import io.headstream.tracer.SmolLm2;
import io.headstream.tracer.family.ModelLoader;
import io.headstream.tracer.model.Transformer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The metric after a change agrees with an independent computation: hooks on another implementation's modules. */
class AblationGoldenIT {
    private static final double TOLERANCE = 2e-3;

    @Test
    void of_the_sample_model() {
        try (Transformer model = ModelLoader.load(Golden.sampleModel())) {
            new Run(model, Golden.json("sample/mary-ablations.json"), 518, 535, 1).all();
        }
    }

    @Test
    @Tag("smollm2")
    @Tag("thorough")
    void of_smollm2() {
        new Run(SmolLm2.model().transformer(), Golden.json("smollm2/mary-ablations.json"), 5099, 2322, 37).all();
    }

    /** @param every how many of the components are looked at: one in so many */
    private record Run(Transformer model, JsonNode golden, int mary, int john, int every) {
        void all() {
            List<Integer> clean = ids("ids");
            List<Integer> corrupt = ids("corruptIds");
            int last = clean.size() - 1;
            agree("metric", golden.get("metric"), clean, List.of());
            agree("corrupt", golden.get("corruptMetric"), corrupt, List.of());
            int count = 0;
            for (int l = 0; l < golden.get("layers").asInt(); l++) {
                for (int h = 0; h < golden.get("heads").asInt(); h++) {
                    if (count++ % every == 0) {
                        At all = At.head(l, h, Positions.ALL);
                        At atLast = At.head(l, h, Positions.TARGET);
                        agree("zero " + all.name(), at("zeroHeads", l, h), clean, List.of(Intervention.zero(all)));
                        agree("last", at("zeroHeadsLast", l, h), clean, List.of(Intervention.zero(atLast)));
                        agree("patch", at("patchHeads", l, h), corrupt, List.of(Intervention.patch(all, clean)));
                    }
                }
                At mlp = At.whole(Place.MLP_OUT, l, Positions.ALL);
                At mlpLast = At.whole(Place.MLP_OUT, l, Positions.of(last));
                agree("zero " + mlp.name(), golden.get("zeroMlps").get(l), clean, List.of(Intervention.zero(mlp)));
                agree("last", golden.get("zeroMlpsLast").get(l), clean, List.of(Intervention.zero(mlpLast)));
                for (int p = 0; p <= last; p++) {
                    if (count++ % every == 0) {
                        At pre = At.whole(Place.RESID_PRE, l, Positions.of(p));
                        agree("pre", at("patchResidPre", l, p), corrupt, List.of(Intervention.patch(pre, clean)));
                    }
                }
            }
            for (JsonNode each : golden.get("zeroNeuronsLast")) {
                At neuron = At.neuron(each.get(0).asInt(), each.get(1).asInt(), Positions.TARGET);
                agree("zero " + neuron.name(), each.get(2), clean, List.of(Intervention.zero(neuron)));
            }
            together(clean);
            steer(clean, corrupt);
        }

        private void together(List<Integer> clean) {
            List<Intervention> five = new ArrayList<>();
            for (JsonNode head : golden.get("zeroTogether").get("heads")) {
                five.add(Intervention.zero(
                        At.head(head.get(0).asInt(), head.get(1).asInt(), Positions.ALL)));
            }
            agree("five heads", golden.get("zeroTogether").get("metric"), clean, five);
        }

        private void steer(List<Integer> clean, List<Integer> corrupt) {
            JsonNode steer = golden.get("steer");
            At place = At.whole(
                    Place.named(steer.get("site").asText()),
                    steer.get("layer").asInt(),
                    Positions.of(steer.get("position").asInt()));
            agree(
                    "steer",
                    steer.get("metric"),
                    corrupt,
                    List.of(Intervention.add(
                            place, steer.get("factor").asDouble(), new Vector.Difference(clean, corrupt))));
        }

        private JsonNode at(String name, int layer, int number) {
            return golden.get(name).get(layer).get(number);
        }

        private List<Integer> ids(String name) {
            return Arrays.asList(new ObjectMapper().convertValue(golden.get(name), Integer[].class));
        }

        private void agree(String what, JsonNode expected, List<Integer> tokens, List<Intervention> changes) {
            int[] ids = tokens.stream().mapToInt(Integer::intValue).toArray();
            try (NDManager manager = model.newPassManager()) {
                Plan plan = Planning.plan(model, changes, ids, ids.length - 1);
                NDArray logits = model.run(
                                ids, manager, done -> {}, Changing.recording(model, plan, ids.length, manager))
                        .logits();
                double metric = logits.getFloat(ids.length - 1, mary) - logits.getFloat(ids.length - 1, john);
                assertThat(metric).as("%s %s", what, changes).isCloseTo(expected.asDouble(), within(TOLERANCE));
            }
        }
    }
}
