package io.headstream.tracer.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import io.headstream.tracer.Golden;
import io.headstream.tracer.SmolLm2;
import io.headstream.tracer.attribution.Question;
import io.headstream.tracer.family.ModelLoader;
import io.headstream.tracer.intervene.At;
import io.headstream.tracer.intervene.Changing;
import io.headstream.tracer.intervene.Intervention;
import io.headstream.tracer.intervene.Place;
import io.headstream.tracer.intervene.Planning;
import io.headstream.tracer.intervene.Positions;
import io.headstream.tracer.model.ActivationCache;
import io.headstream.tracer.model.Block;
import io.headstream.tracer.model.Linear;
import io.headstream.tracer.model.Probe;
import io.headstream.tracer.model.Probe.Site;
import io.headstream.tracer.model.Transformer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a pass with cut edges computes, and what scores say of it, agrees with passes that are changed by other means. */
class EdgePatchingIT {
    /** Learned positions and biases; parallel blocks; shared keys and values; queries and keys that are normalized; a trained model. */
    static Stream<Path> models() {
        return Stream.concat(
                Stream.of("gpt2", "gpt-neox", "gpt-j", "llama", "qwen3", "opt").map(Golden::folder),
                Stream.of(Golden.sampleModel()));
    }

    @ParameterizedTest
    @MethodSource("models")
    void cut_edges(Path folder) {
        try (Transformer model = ModelLoader.load(folder)) {
            new Checks(model, 7).all(1);
        }
    }

    @Test
    @Tag("smollm2")
    @Tag("thorough")
    void cut_edges_of_smollm2() {
        new Checks(SmolLm2.model().transformer(), 12).all(61);
    }

    private static final class Checks {
        private static final double TOLERANCE = 2e-3;

        private final Transformer model;
        private final Nodes nodes;
        private final CircuitPrompt prompt;
        private final CircuitPrompt other;
        private final Random random = new Random(3);

        Checks(Transformer model, int n) {
            this.model = model;
            this.nodes = new Nodes(model.architecture());
            this.prompt = prompt(n);
            this.other = prompt(n);
        }

        private CircuitPrompt prompt(int n) {
            int vocabulary = model.architecture().vocabulary();
            return new CircuitPrompt(
                    random.ints(n, 1, vocabulary).toArray(),
                    new Question(n - 1, random.nextInt(vocabulary), OptionalInt.of(random.nextInt(vocabulary))),
                    random.ints(n, 1, vocabulary).toArray());
        }

        void all(int every) {
            try (Corruption corruption = new Corruption(model, Ablation.CORRUPTED, List.of());
                    PromptSet alone = PromptSet.of(model, List.of(prompt), corruption, () -> {});
                    PromptSet two = PromptSet.of(model, List.of(prompt, other), corruption, () -> {})) {
                assertThat(alone.full(nodes)).isCloseTo(changed(prompt.tokens(), Probe.NONE), within(TOLERANCE));
                assertThat(alone.empty(nodes)).isCloseTo(changed(prompt.corrupted(), Probe.NONE), within(TOLERANCE));
                PromptSet second = PromptSet.of(model, List.of(other), corruption, () -> {});
                EdgeSet some =
                        EdgeSet.of(nodes, IntStream.range(0, nodes.edges()).filter(e -> random.nextInt(3) > 0));
                assertThat(two.metric(some))
                        .as("two prompts at once")
                        .isCloseTo((alone.metric(some) + second.metric(some)) / 2, within(TOLERANCE));
                assertThat(alone.metric(some.connected())).isCloseTo(alone.metric(some), within(TOLERANCE));
                second.close();
                for (int node = 1; node < nodes.logits(); node += every) {
                    patchedWhole(node, alone);
                }
                edges(every, alone, corruption);
            }
        }

        // to cut all edges out of a node, or all into it, is to patch its output
        private void patchedWhole(int node, PromptSet set) {
            At at = nodes.kind(node) == Nodes.Kind.HEAD
                    ? At.head(nodes.layer(node), nodes.headOf(node), Positions.ALL)
                    : At.whole(Place.MLP_OUT, nodes.layer(node), Positions.ALL);
            List<Integer> corrupted = Arrays.stream(prompt.corrupted()).boxed().toList();
            int[] tokens = prompt.tokens();
            double expected;
            try (NDManager manager = model.newPassManager()) {
                expected = changed(
                        tokens,
                        Changing.recording(
                                model,
                                Planning.plan(
                                        model, List.of(Intervention.patch(at, corrupted)), tokens, tokens.length - 1),
                                tokens.length,
                                manager));
            }
            EdgeSet all = EdgeSet.all(nodes);
            EdgeSet out = EdgeSet.of(nodes, all.stream().filter(edge -> nodes.writer(edge) == node));
            EdgeSet into = EdgeSet.of(nodes, all.stream().filter(edge -> nodes.reader(edge) == node));
            assertThat(set.metric(all.without(out)))
                    .as("out of " + nodes.name(node))
                    .isCloseTo(expected, within(TOLERANCE));
            assertThat(set.metric(all.without(into)))
                    .as("into " + nodes.name(node))
                    .isCloseTo(expected, within(TOLERANCE));
        }

        // a reader of the pass as it is whose input is shifted by what its writer differs by
        private void edges(int every, PromptSet set, Corruption corruption) {
            double[] scores = new EdgeScores(model, nodes).of(prompt, corruption, 1);
            assertThat(scores).hasSize(nodes.edges());
            EdgeSet all = EdgeSet.all(nodes);
            try (NDManager manager = model.newPassManager()) {
                Outputs own = Outputs.of(model, prompt.tokens(), manager);
                Outputs difference = own.with(Outputs.of(model, prompt.corrupted(), manager), NDArray::sub);
                Map<Integer, Double> cuts = new HashMap<>();
                for (int count = 0; count < 60; count++) {
                    int edge = count == 0 ? nodes.edges() - 1 : random.nextInt(nodes.edges());
                    int reader = nodes.reader(edge);
                    assertThat(nodes.edge(nodes.writer(edge), reader)).isEqualTo(edge);
                    NDArray written = written(nodes.writer(edge), difference);
                    double cut = changed(prompt.tokens(), new Shift(reader, written.neg()));
                    EdgeSet one = EdgeSet.of(nodes, IntStream.of(edge));
                    assertThat(set.metric(all.without(one))).as(name(edge)).isCloseTo(cut, within(TOLERANCE));
                    cuts.put(edge, cut);
                    double step = 0.02;
                    double slope = (changed(prompt.tokens(), new Shift(reader, written.mul(step)))
                                    - changed(prompt.tokens(), new Shift(reader, written.mul(-step))))
                            / (2 * step);
                    assertThat(scores[edge]).as(name(edge)).isCloseTo(slope, within(2e-3 + 0.02 * Math.abs(slope)));
                }
                inTurn(cuts, set.full(nodes));
            }
        }

        // one after the other, from the reader on
        private void inTurn(Map<Integer, Double> cuts, double full) {
            EdgeSet edges = EdgeSet.of(nodes, cuts.keySet().stream().mapToInt(Integer::intValue));
            Map<String, CutEdge> measured = new HashMap<>();
            long[] last = new long[2];
            new CutEdges(model, edges, prompt, Ablation.CORRUPTED, List.of())
                    .run(
                            before -> assertThat(before.metric()).isCloseTo(full, within(TOLERANCE)),
                            each -> measured.put(each.writer() + " to " + each.reader(), each),
                            (done, of) -> {
                                last[0] = done;
                                last[1] = of;
                            });
            List<CutEdge> some = new ArrayList<>();
            assertThatThrownBy(() -> new CutEdges(model, edges, prompt, Ablation.CORRUPTED, List.of())
                            .run(before -> {}, some::add, (done, of) -> {
                                if (!some.isEmpty()) {
                                    throw new CancellationException();
                                }
                            }))
                    .isInstanceOf(CancellationException.class);
            assertThat(some).as("measured before it was cancelled").hasSizeBetween(1, cuts.size() - 1);
            assertThat(measured).hasSameSizeAs(cuts);
            assertThat(last[0]).isEqualTo(last[1]);
            cuts.forEach((edge, cut) -> {
                CutEdge each = measured.get(name(edge));
                assertThat(each.after().metric()).as(name(edge)).isCloseTo(cut, within(TOLERANCE));
                assertThat(each.change()).as(name(edge)).isCloseTo(cut - full, within(2 * TOLERANCE));
            });
        }

        private String name(int edge) {
            return nodes.name(nodes.writer(edge)) + " to " + nodes.name(nodes.reader(edge));
        }

        private NDArray written(int node, Outputs difference) {
            int dHead = model.architecture().dHead();
            int from = nodes.headOf(node) * dHead;
            return switch (nodes.kind(node)) {
                case EMBED -> difference.embed();
                case MLP -> difference.mlp().get(nodes.layer(node));
                case HEAD ->
                    difference
                            .z()
                            .get(nodes.layer(node))
                            .get(new NDIndex(":, " + from + ":" + (from + dHead)))
                            .matMul(model.parameters()
                                    .blocks()
                                    .get(nodes.layer(node))
                                    .wO()
                                    .get(new NDIndex(from + ":" + (from + dHead))));
                case LOGITS -> throw new IllegalArgumentException("the logits write nothing");
            };
        }

        private double changed(int[] tokens, Probe probe) {
            try (NDManager manager = model.newPassManager()) {
                ActivationCache cache = model.run(tokens, manager, done -> {}, probe);
                int last = tokens.length - 1;
                return cache.logits().getFloat(last, prompt.question().target())
                        - cache.logits()
                                .getFloat(last, prompt.question().distractor().orElseThrow());
            }
        }

        /** Shifts what one node reads; a head's queries, keys and values are made anew from its shifted input. */
        private final class Shift implements Probe {
            private final int reader;
            private final NDArray by;
            private NDArray input;

            Shift(int reader, NDArray by) {
                this.reader = reader;
                this.by = by;
                this.input = by;
            }

            @Override
            public NDArray at(Site site, int layer, NDArray x) {
                Block block = model.parameters().blocks().get(layer);
                boolean head = nodes.kind(reader) == Nodes.Kind.HEAD;
                if (head
                        && (site == Site.EMBED
                                ? nodes.layer(reader) == 0
                                : site == Site.RESID_POST && layer == nodes.layer(reader) - 1)) {
                    input = x;
                }
                if (nodes.kind(reader) == Nodes.Kind.LOGITS
                        && site == Site.RESID_POST
                        && layer == model.architecture().layers() - 1) {
                    return x.add(by);
                }
                if (layer != nodes.layer(reader)) {
                    return x;
                }
                return switch (site) {
                    case MLP_IN -> nodes.kind(reader) == Nodes.Kind.MLP ? x.add(by) : x;
                    case Q -> head ? own(x, block, block.q()) : x;
                    case K -> head ? own(x, block, block.k()) : x;
                    case V -> head ? own(x, block, block.v()) : x;
                    default -> x;
                };
            }

            private NDArray own(NDArray x, Block block, Linear projection) {
                int h = nodes.headOf(reader);
                int dHead = model.architecture().dHead();
                long kept = projection.weight().getShape().get(1) / dHead;
                long from = h / (model.architecture().heads() / kept) * dHead;
                NDArray read = block.ln1().apply(input.add(by));
                NDArray row = projection.apply(read).get(new NDIndex(":, " + from + ":" + (from + dHead)));
                NDArray changed = x.duplicate();
                changed.set(new NDIndex(String.valueOf(h)), row);
                return changed;
            }
        }
    }
}
