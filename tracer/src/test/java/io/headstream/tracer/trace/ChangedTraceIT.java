package io.headstream.tracer.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.headstream.schema.ActivationId;
import io.headstream.schema.ActivationKind;
import io.headstream.schema.EdgeType;
import io.headstream.schema.Figure;
import io.headstream.schema.Site;
import io.headstream.schema.TraceDetail;
import io.headstream.tracer.Golden;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.intervene.At;
import io.headstream.tracer.intervene.Intervention;
import io.headstream.tracer.intervene.Place;
import io.headstream.tracer.intervene.Positions;
import io.headstream.tracer.intervene.Vector;
import io.headstream.tracer.load.LoadedModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A changed pass is decomposed as any other: what was put in and taken out is a part, and all parts add up. */
class ChangedTraceIT {
    private static LoadedModel sample;
    private static int[] tokens;

    @BeforeAll
    static void load() {
        sample = LoadedModel.load(Golden.sampleModel());
        tokens = sample.vocabulary().encode("When Mary and John went to the store, John gave a drink to");
    }

    @AfterAll
    static void close() {
        sample.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "gpt-neo", "gpt-j", "gpt-neox", "opt", "llama", "mistral", "qwen2", "qwen3"})
    void parts_add_up_in_every_family(String family) {
        try (LoadedModel model = LoadedModel.load(Golden.folder(family))) {
            int[] ids = DecompositionTest.tokens(model, family);
            List<Intervention> changes = all(model, ids);
            for (TraceDetail detail : TraceDetail.values()) {
                Trace trace = trace(model, ids, detail, changes);
                DecompositionTest.wholes(trace);
                DecompositionTest.vocabulary(trace, detail);
                metric(trace);
                influence(trace, model.architecture().layers());
                assertThat(trace.activations().stream()
                                .filter(a -> a.place().kind() == ActivationKind.CHANGE)
                                .map(a -> a.place().site())
                                .collect(Collectors.toSet()))
                        .hasSize(model.architecture().parallel() ? 4 : 5);
            }
        }
    }

    // one of each kind and place
    private static List<Intervention> all(LoadedModel model, int[] ids) {
        int last = ids.length - 1;
        int layer = model.architecture().layers() - 1;
        List<Integer> other = new ArrayList<>(IntStream.of(ids).boxed().toList());
        Collections.reverse(other);
        int width = model.architecture().dModel();
        Vector ones = new Vector.Numbers(Collections.nCopies(width, 0.1f));
        List<Intervention> changes = new ArrayList<>(List.of(
                Intervention.scale(At.whole(Place.EMBED, 0, Positions.of(1)), 1.5),
                Intervention.add(At.whole(Place.RESID_PRE, 0, Positions.TARGET), 2, new Vector.Embedding(5)),
                Intervention.zero(At.head(0, 0, Positions.ALL)),
                Intervention.patch(At.head(0, 1, Positions.TARGET), other),
                Intervention.remove(At.terms(layer, 1, Positions.TARGET, 0, 1)),
                Intervention.mask(At.terms(layer, 0, Positions.TARGET, 0)),
                Intervention.add(At.head(layer, 0, Positions.TARGET), 0.5, ones),
                Intervention.add(At.whole(Place.ATTN_OUT, layer, Positions.of(0, last)), -1, ones),
                Intervention.scale(At.neuron(layer, 3, Positions.ALL), 3),
                Intervention.add(At.whole(Place.MLP_OUT, 0, Positions.TARGET), 1, new Vector.NeuronRow(0, 2)),
                Intervention.scale(At.whole(Place.RESID_POST, layer, Positions.TARGET), 0.9),
                Intervention.add(
                        At.whole(Place.RESID_POST, 0, Positions.ALL), 0.5, new Vector.Difference(list(ids), other))));
        if (!model.architecture().parallel()) {
            changes.add(Intervention.add(At.whole(Place.RESID_MID, 0, Positions.TARGET), 1, new Vector.Unembedding(5)));
        }
        return changes;
    }

    private static List<Integer> list(int[] ids) {
        return IntStream.of(ids).boxed().toList();
    }

    private static Trace trace(LoadedModel model, int[] ids, TraceDetail detail, List<Intervention> changes) {
        return new Tracer(model)
                .trace(
                        TraceRequest.of(ids)
                                .withTarget(5)
                                .withDistractor(9)
                                .withDetail(detail)
                                .withInterventions(changes),
                        Progress.NONE);
    }

    // the embedding, what was added to the stream, and what was changed in the stream make the metric
    static void metric(Trace trace) {
        double sum = trace.constant();
        for (Activation a : trace.activations()) {
            boolean part =
                    switch (a.place().site()) {
                        case ATTN, MLP, EMBED, CHANGE_MID, CHANGE_POST -> true;
                        default -> false;
                    };
            sum += part ? a.figure(Figure.DLA).orElse(0) : 0;
        }
        assertThat(sum).isCloseTo(trace.metric(), within(1e-3 * Math.max(1, Math.abs(trace.metric()))));
    }

    static void influence(Trace trace, int layers) {
        double above = 0;
        for (int l = layers - 1; l >= 0; l--) {
            assertThat(influence(trace, l, Site.POST) + above).isCloseTo(1, within(1e-4));
            above += influence(trace, l, Site.CHANGE_POST) + influence(trace, l, Site.B_OUT);
            above += influence(trace, l, Site.CHANGE_MLP) + influence(trace, l, Site.B_O);
            above += influence(trace, l, Site.CHANGE_ATTN) + influence(trace, l, Site.CHANGE_MID);
        }
        assertThat(influence(trace, 0, Site.EMBED) + above).isCloseTo(1, within(1e-4));
    }

    private static double influence(Trace trace, int layer, Site site) {
        return trace.activations().stream()
                .filter(a -> a.place().layer() == layer && a.place().site() == site)
                .mapToDouble(a -> a.figure(Figure.INFLUENCE).orElseThrow())
                .sum();
    }

    private static TraceRequest mary() {
        return TraceRequest.of(tokens).withTarget(518).withDistractor(535);
    }

    private static Trace changed(Intervention... changes) {
        return new Tracer(sample).trace(mary().withInterventions(List.of(changes)), Progress.NONE);
    }

    private static double figure(Trace trace, ActivationId place, Figure figure) {
        return trace.activations().stream()
                .filter(a -> a.place().equals(place))
                .findFirst()
                .orElseThrow()
                .figure(figure)
                .orElseThrow();
    }

    @Test
    void no_intervention_changes_nothing() {
        Trace one = new Tracer(sample).trace(mary(), Progress.NONE);
        Trace other = changed();
        assertThat(other.metric()).isEqualTo(one.metric());
        assertThat(other.activations().stream().map(Activation::figures))
                .isEqualTo(one.activations().stream().map(Activation::figures).toList());
    }

    @Test
    void what_is_taken_out_has_the_figures_of_what_was_there() {
        Trace baseline = new Tracer(sample).trace(mary(), Progress.NONE);
        int last = tokens.length - 1;
        ActivationId head = ActivationId.head(5, last, 0);
        ActivationId change = ActivationId.change(ActivationId.attention(5, last));
        Trace without = changed(Intervention.zero(At.head(5, 0, Positions.ALL)));
        assertThat(figure(without, change, Figure.NORM)).isCloseTo(figure(baseline, head, Figure.NORM), within(1e-4));
        assertThat(figure(without, change, Figure.DLA)).isCloseTo(-figure(without, head, Figure.DLA), within(1e-4));
        assertThat(figure(without, head, Figure.EFFECT)).isZero(); // nothing would be lost with it
        assertThat(without.metric()).isCloseTo(16.572227, within(2e-3)); // golden/sample/mary-ablations.json
    }

    @Test
    void a_removed_term_is_what_is_stored_of_it() {
        Trace baseline = new Tracer(sample).trace(mary(), Progress.NONE);
        int last = tokens.length - 1;
        Edge term = baseline.edges().stream()
                .filter(edge -> edge.type() == EdgeType.ATTENDED_BY && edge.to().equals(ActivationId.head(4, last, 5)))
                .findFirst()
                .orElseThrow();
        Trace without = changed(
                Intervention.remove(At.terms(4, 5, Positions.TARGET, term.from().position())));
        ActivationId change = ActivationId.change(ActivationId.attention(4, last));
        assertThat(figure(without, change, Figure.NORM))
                .isCloseTo(term.figure(Figure.NORM).orElseThrow(), within(1e-4));
    }

    @Test
    void all_of_another_prompt_is_that_prompt() {
        int[] other = sample.vocabulary().encode("When Mary and John went to the store, Mary gave a drink to");
        Trace theirs =
                new Tracer(sample).trace(TraceRequest.of(other).withTarget(518).withDistractor(535), Progress.NONE);
        Trace patched = changed(Intervention.patch(At.whole(Place.RESID_PRE, 0, Positions.ALL), list(other)));
        assertThat(patched.metric()).isCloseTo(theirs.metric(), within(1e-4));
    }

    @Test
    void what_cannot_be_changed_is_named() {
        refused(Intervention.zero(At.head(6, 0, Positions.ALL)), "layer 6 is not there; layers go from 0 to 5");
        refused(Intervention.zero(At.head(0, 6, Positions.ALL)), "head 6 is not there; heads go from 0 to 5");
        refused(Intervention.zero(At.head(0, 0, Positions.of(15))), "position 15 is outside the prompt");
        refused(Intervention.scale(At.head(0, 0, Positions.ALL), Double.NaN), "strength NaN is no finite number");
        refused(
                Intervention.add(At.whole(Place.RESID_PRE, 0, Positions.ALL), 1, new Vector.Numbers(List.of(1f, 2f))),
                "the vector has 2 numbers, but hook_resid_pre is 192 wide");
        At pre = At.whole(Place.RESID_PRE, 0, Positions.ALL);
        refused(Intervention.add(pre, 1e38, new Vector.Embedding(0)), "strength 1.0E38 is too large");
        Vector twos = new Vector.Numbers(Collections.nCopies(192, 2f));
        refused(Intervention.add(pre, 1e12, twos), "makes numbers that are too large");
        refused(
                Intervention.patch(At.head(0, 0, Positions.of(13)), list(tokens).subList(0, 5)),
                "position 13 has no counterpart in the other prompt");
        refused(Intervention.mask(At.terms(0, 0, Positions.of(1), 0, 1)), "at position 1 no key is left to attend to");
    }

    private static void refused(Intervention change, String message) {
        assertThatThrownBy(() -> changed(change))
                .isInstanceOf(TraceException.class)
                .hasMessageContaining(message)
                .hasMessageStartingWith("intervention 1 (" + change.kind().label() + " of ");
    }
}
