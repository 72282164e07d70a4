package io.headstream.tracer.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.headstream.schema.ActivationId;
import io.headstream.schema.Figure;
import io.headstream.tracer.Golden;
import io.headstream.tracer.SmolLm2;
import io.headstream.tracer.load.LoadedModel;
import io.headstream.tracer.trace.Activation;
import io.headstream.tracer.trace.Progress;
import io.headstream.tracer.trace.Trace;
import io.headstream.tracer.trace.TraceOptions;
import io.headstream.tracer.trace.TraceRequest;
import io.headstream.tracer.trace.Tracer;
import io.headstream.tracer.whole.HeadPattern;
import java.util.Comparator;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is kept of prompts of many lengths: bounded, and what matters most. */
class ChoiceIT {
    private static final String MARY = "When Mary and John went to the store, John gave a drink to";
    private static final String CAFE =
            "After the long meeting on Tuesday, Sarah and David walked down to the little cafe near the river where they often had lunch together, "
                    + "and when the waiter brought the bill, David gave the money to";
    private static final String OFFICE = CAFE
            + " Sarah, who put it into her purse. Then they went back to the office, because there was still a lot of work to do before the end of "
            + "the week. In the evening, when the others had gone home, Sarah and David were alone,";

    @Test
    void of_the_sample_model() {
        try (LoadedModel model = LoadedModel.load(Golden.sampleModel())) {
            new KeptParts(model, "The opposite of hot is").check(true);
            new KeptParts(model, MARY).check(true);
            new KeptParts(model, CAFE).check(false);
            new KeptParts(model, OFFICE).check(false);
        }
    }

    @Test
    @Tag("thorough")
    void of_the_sample_model_beside_long_full_traces() {
        try (LoadedModel model = LoadedModel.load(Golden.sampleModel())) {
            new KeptParts(model, CAFE).check(true);
            new KeptParts(model, OFFICE).check(true);
        }
    }

    // of tokens at random attention is spread over many keys
    @Test
    void the_budget_holds_where_heads_attend_everywhere() {
        try (LoadedModel model = LoadedModel.load(Golden.sampleModel())) {
            int[] tokens = new Random(5).ints(200, 100, 4_000).toArray();
            for (int budget : new int[] {3_000, 12_000}) {
                TraceOptions options = TraceOptions.DEFAULT.withBudget(new Budget(budget));
                Trace trace = new Tracer(model).trace(TraceRequest.of(tokens).withOptions(options), Progress.NONE);
                assertThat(trace.activations().size()
                                + trace.patterns().size()
                                + trace.hookPoints().size()
                                + 201)
                        .isLessThanOrEqualTo(budget);
            }
        }
    }

    @Test
    @Tag("smollm2")
    void of_a_model_of_thirty_layers() {
        new KeptParts(SmolLm2.model(), MARY).check(false);
        new KeptParts(SmolLm2.model(), OFFICE).check(false);
    }

    @Test
    @Tag("smollm2")
    @Tag("thorough")
    void of_a_model_of_thirty_layers_beside_its_full_trace() {
        new KeptParts(SmolLm2.model(), MARY).check(true);
    }

    // twenty heads whose zero-ablation moves the difference of " Mary" and " John" most, each where its own effect is
    // largest
    @Test
    @Tag("smollm2")
    void heads_whose_removal_hurts_most_are_kept() {
        JsonNode measured = Golden.json("smollm2/mary-ablations.json");
        LoadedModel model = SmolLm2.model();
        TraceRequest request = TraceRequest.of(model.vocabulary().encode(MARY))
                .withTarget(model.vocabulary().token("target", " Mary").id())
                .withDistractor(model.vocabulary().token("distractor", " John").id());
        Trace trace = new Tracer(model).trace(request, Progress.NONE);
        assertThat(trace.metric()).isCloseTo(measured.get("metric").asDouble(), within(1e-3));
        Set<ActivationId> kept =
                trace.activations().stream().map(Activation::place).collect(Collectors.toSet());
        trace.patterns().stream()
                .sorted(Comparator.comparingDouble(
                        pattern -> -Math.abs(measured.get("metric").asDouble()
                                - measured.get("zeroHeads")
                                        .get(pattern.head().layer())
                                        .get(pattern.head().number())
                                        .asDouble())))
                .limit(20)
                .forEach(pattern -> assertThat(kept)
                        .contains(ActivationId.head(
                                pattern.head().layer(),
                                strongest(pattern),
                                pattern.head().number())));
    }

    private static int strongest(HeadPattern pattern) {
        float[] effects = Objects.requireNonNull(pattern.byPosition().get(Figure.EFFECT));
        int strongest = 0;
        for (int p = 1; p < effects.length; p++) {
            strongest = Math.abs(effects[p]) > Math.abs(effects[strongest]) ? p : strongest;
        }
        return strongest;
    }

    @Test
    void a_smaller_budget_keeps_less_and_one_that_is_none_is_refused() {
        try (LoadedModel model = LoadedModel.load(Golden.sampleModel())) {
            TraceRequest request = TraceRequest.of(model.vocabulary().encode(CAFE));
            Trace small = new Tracer(model)
                    .trace(request.withOptions(TraceOptions.DEFAULT.withBudget(new Budget(2_000))), Progress.NONE);
            assertThat(small.activations()).hasSizeLessThan(2_000).hasSizeGreaterThan(500);
            assertThatThrownBy(() -> new Budget(10)).hasMessageContaining("from 1000 to 200000");
        }
    }
}
