package io.headstream.tracer.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.headstream.schema.ActivationId;
import io.headstream.schema.EdgeType;
import io.headstream.schema.Figure;
import io.headstream.schema.TraceDetail;
import io.headstream.tracer.Golden;
import io.headstream.tracer.attribution.Proximity;
import io.headstream.tracer.effect.EffectMetric;
import io.headstream.tracer.effect.EffectOptions;
import io.headstream.tracer.load.LoadedModel;
import io.headstream.tracer.model.ActivationFunction;
import io.headstream.tracer.model.Architecture;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TraceOptionsTest {
    @Test
    void full_detail_of_a_long_prompt_is_refused_with_an_estimate_unless_forced() {
        try (LoadedModel model = LoadedModel.load(Golden.sampleModel())) {
            Architecture small = model.architecture();
            Architecture gpt2 = new Architecture(
                    "gpt2", 12, 12, 768, 64, 3072, 50257, 1024, ActivationFunction.GELU_TANH, false, small.attention());
            TraceOptions full = TraceOptions.DEFAULT.withDetail(TraceDetail.FULL);
            assertThatThrownBy(() -> full.requireModest(gpt2, 1024))
                    .hasMessageContaining("1024 tokens is some 11,619,000 nodes")
                    .hasMessageContaining("37 million neurons and 75 million attention terms")
                    .hasMessageContaining("force");
            assertThatCode(() -> full.withForce(true).requireModest(gpt2, 1024)).doesNotThrowAnyException();
            assertThatCode(() -> TraceOptions.DEFAULT.requireModest(gpt2, 1024)).doesNotThrowAnyException();
            assertThatCode(() -> full.requireModest(small, 64)).doesNotThrowAnyException();
        }
    }

    @Test
    void sums_hold_by_euclidean_shares_and_for_a_single_token_and_for_padding_alone() {
        try (LoadedModel model = LoadedModel.load(Golden.sampleModel())) {
            for (int[] tokens : new int[][] {{5}, {0, 0, 0, 0}, {0, 518, 17, 300}}) {
                TraceOptions options = TraceOptions.DEFAULT
                        .withShares(Proximity.L2)
                        .withEffects(new EffectOptions(EffectMetric.PROBABILITY, 1));
                Trace trace = new Tracer(model).trace(TraceRequest.of(tokens).withOptions(options), Progress.NONE);
                assertThat(trace.nonFinite()).isZero();
                Map<ActivationId, Double> shares = new HashMap<>();
                trace.edges().stream()
                        .filter(e -> e.type() == EdgeType.ADDS_TO)
                        .forEach(
                                e -> shares.merge(e.to(), e.figure(Figure.SHARE).orElseThrow(), Double::sum));
                trace.activations().forEach(a -> a.figure(Figure.REMAINDER)
                        .ifPresent(r -> shares.computeIfPresent(a.place(), (place, sum) -> sum + r)));
                assertThat(shares).isNotEmpty();
                shares.forEach(
                        (whole, sum) -> assertThat(sum).as(whole.toString()).isCloseTo(1, within(1e-4)));
            }
        }
    }

    @Test
    void without_effects_there_are_none() {
        try (LoadedModel model = LoadedModel.load(Golden.sampleModel())) {
            Trace trace = new Tracer(model)
                    .trace(
                            TraceRequest.of(0, 518, 17)
                                    .withOptions(TraceOptions.DEFAULT.withEffects(EffectOptions.NONE)),
                            Progress.NONE);
            assertThat(trace.activations())
                    .noneMatch(a -> a.figure(Figure.EFFECT).isPresent());
            assertThat(trace.edges()).noneMatch(e -> e.type() == EdgeType.AFFECTS);
        }
    }
}
