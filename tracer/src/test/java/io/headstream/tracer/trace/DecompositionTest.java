package io.headstream.tracer.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import io.headstream.schema.ActivationId;
import io.headstream.schema.ActivationKind;
import io.headstream.schema.EdgeType;
import io.headstream.schema.Figure;
import io.headstream.schema.Site;
import io.headstream.schema.TraceDetail;
import io.headstream.tracer.Golden;
import io.headstream.tracer.checkpoint.Safetensors;
import io.headstream.tracer.load.LoadedModel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In every family's blocks the parts add up to their wholes: parallel and sequential, gated or not, with biases and without. */
class DecompositionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "gpt2",
                "gpt-neo",
                "gpt-j",
                "gpt-neox",
                "gpt-neox-sequential",
                "opt",
                "llama",
                "llama-bias",
                "mistral",
                "qwen2",
                "qwen3"
            })
    void parts_add_up(String family) {
        try (LoadedModel model = LoadedModel.load(Golden.folder(family))) {
            int[] tokens = tokens(model, family);
            for (TraceDetail detail : TraceDetail.values()) {
                Trace trace = new Tracer(model)
                        .trace(
                                TraceRequest.of(tokens)
                                        .withTarget(5)
                                        .withDistractor(9)
                                        .withDetail(detail),
                                Progress.NONE);
                wholes(trace);
                logit(trace, detail);
                vocabulary(trace, detail);
                influence(trace, model.architecture().layers());
            }
        }
    }

    static int[] tokens(LoadedModel model, String family) {
        try (NDManager manager = model.transformer().newPassManager();
                Safetensors golden = Safetensors.open(Golden.folder(family).resolve("activations.safetensors"))) {
            return Arrays.stream(golden.read("tokens", manager).toLongArray())
                    .mapToInt(Math::toIntExact)
                    .toArray();
        }
    }

    // shares and DLA of what is stored, with the remainder, make each whole
    static void wholes(Trace trace) {
        Map<ActivationId, List<Edge>> into = trace.edges().stream()
                .filter(e -> e.type() != EdgeType.READ_BY)
                .collect(Collectors.groupingBy(Edge::to));
        for (Activation whole : trace.activations()) {
            List<Edge> parts = into.getOrDefault(whole.place(), List.of());
            String name = whole.place().toString();
            whole.figure(Figure.REMAINDER).ifPresent(left -> assertThat(sum(parts, Figure.SHARE) + left)
                    .as("shares into %s", name)
                    .isCloseTo(1, within(1e-4)));
            whole.figure(Figure.REMAINDER_DLA).ifPresent(left -> {
                double dla = whole.figure(Figure.DLA).orElseThrow();
                assertThat(sum(parts, Figure.DLA) + left)
                        .as("dla into %s", name)
                        .isCloseTo(dla, within(1e-4 * Math.max(1, Math.abs(dla))));
            });
        }
    }

    // ids are read back, and parts, wholes and what is read are those that the schema tells
    static void vocabulary(Trace trace, TraceDetail detail) {
        boolean parallel = trace.activations().stream().noneMatch(a -> a.place().site() == Site.MID);
        for (Activation a : trace.activations()) {
            assertThat(ActivationId.parse(a.place().toString())).contains(a.place());
            assertThat(detail.keeps(a.place().kind()))
                    .as("%s in %s", a.place(), detail)
                    .isTrue();
        }
        for (Edge edge : trace.edges()) {
            switch (edge.type()) {
                case ADDS_TO -> assertThat(edge.from().whole(parallel)).contains(edge.to());
                case ATTENDED_BY ->
                    assertThat(edge.from())
                            .isEqualTo(ActivationId.memory(
                                    edge.to().layer(),
                                    edge.from().position(),
                                    edge.to().number()));
                case READ_BY -> {
                    if (edge.from().kind() == ActivationKind.RESIDUAL) {
                        assertThat(edge.to().reads(parallel)).contains(edge.from());
                    }
                }
                case AFFECTS ->
                    assertThat(edge.from().position()).isEqualTo(edge.to().position());
            }
        }
    }

    // the embedding and everything that was added to it make the metric
    private static void logit(Trace trace, TraceDetail detail) {
        double sum = trace.constant();
        for (Activation a : trace.activations()) {
            boolean part =
                    switch (a.place().kind()) {
                        case ATTENTION_OUTPUT, MLP_OUTPUT -> true;
                        case RESIDUAL -> a.place().part().equals("embed");
                        default -> false;
                    };
            sum += part ? a.figure(Figure.DLA).orElse(0) : 0;
        }
        assertThat(sum).as("parts of the metric at %s", detail).isCloseTo(trace.metric(), within(1e-3));
    }

    private static void influence(Trace trace, int layers) {
        double biasesAbove = 0;
        for (int l = layers - 1; l >= 0; l--) {
            assertThat(influence(trace, l, "post") + biasesAbove).isCloseTo(1, within(1e-4));
            biasesAbove += influence(trace, l, "b_out");
            double mid = influence(trace, l, "mid");
            if (mid > 0) {
                assertThat(mid + biasesAbove).isCloseTo(1, within(1e-4));
            }
            biasesAbove += influence(trace, l, "b_O");
        }
        assertThat(influence(trace, 0, "embed") + biasesAbove).isCloseTo(1, within(1e-4));
    }

    private static double influence(Trace trace, int layer, String part) {
        return trace.activations().stream()
                .filter(a -> a.place().layer() == layer && a.place().part().equals(part))
                .mapToDouble(a -> a.figure(Figure.INFLUENCE).orElseThrow())
                .sum();
    }

    private static double sum(List<Edge> edges, Figure figure) {
        return edges.stream().mapToDouble(e -> e.figure(figure).orElse(0)).sum();
    }
}
