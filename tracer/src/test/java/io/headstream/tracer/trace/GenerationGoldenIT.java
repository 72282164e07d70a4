package io.headstream.tracer.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.headstream.schema.Figure;
import io.headstream.schema.Site;
import io.headstream.tracer.Golden;
import io.headstream.tracer.SmolLm2;
import io.headstream.tracer.effect.EffectMetric;
import io.headstream.tracer.effect.EffectOptions;
import io.headstream.tracer.generate.Generation;
import io.headstream.tracer.generate.Sampling;
import io.headstream.tracer.intervene.At;
import io.headstream.tracer.intervene.Intervention;
import io.headstream.tracer.intervene.Positions;
import io.headstream.tracer.load.LoadedModel;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is generated, and how probable an answer of several tokens is, as Hugging Face transformers has it (golden/generations.json). */
class GenerationGoldenIT {
    private static final JsonNode GOLDEN = Golden.json("generations.json");

    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "llama"})
    void greedy_tokens_are_those_of_transformers(String name) {
        try (LoadedModel model = LoadedModel.load(Golden.folder(name))) {
            generates(model, GOLDEN.get(name));
        }
    }

    @Test
    void the_sample_generates_and_answers_as_transformers_says() {
        try (LoadedModel model = LoadedModel.load(Golden.sampleModel())) {
            generates(model, GOLDEN.get("sample"));
            answers(model, GOLDEN.get("sample"));
        }
    }

    @Test
    @Tag("smollm2")
    void smollm2_generates_and_answers_as_transformers_says() {
        generates(SmolLm2.model(), GOLDEN.get("smollm2"));
        answers(SmolLm2.model(), GOLDEN.get("smollm2"));
    }

    /** Every step of a changed generation is the most probable token of the changed pass over the text so far. */
    @Test
    @Tag("smollm2")
    @Tag("thorough")
    void changes_hold_for_every_step_of_smollm2() {
        LoadedModel model = SmolLm2.model();
        int[] prompt = ids(GOLDEN.at("/smollm2/generations/0/prompt"));
        List<Intervention> changes = List.of(Intervention.zero(At.head(0, 0, Positions.ALL)));
        Generation generation = new Generation(prompt, 3, Sampling.GREEDY, changes);
        List<Integer> said = generation.run(model, done -> {});
        assertThat(said).hasSize(3);
        TraceOptions small = TraceOptions.DEFAULT
                .withDetail(TraceOptions.detail("stream"))
                .withEffects(new EffectOptions(EffectMetric.NONE, 1));
        for (int i = 0; i < said.size(); i++) {
            TraceRequest request = new TraceRequest(
                    generation.tokens(said.subList(0, i)),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    false,
                    small);
            Trace trace = new Tracer(model).trace(request.withInterventions(changes), Progress.NONE);
            assertThat(trace.question().target()).isEqualTo(said.get(i));
        }
    }

    private static void generates(LoadedModel model, JsonNode golden) {
        for (JsonNode one : golden.get("generations")) {
            assertThat(one.get("margin").asDouble()).isGreaterThan(5e-3); // no step is a matter of rounding
            int[] expected = ids(one.get("generated"));
            List<Integer> said = new Generation(ids(one.get("prompt")), expected.length, Sampling.GREEDY, List.of())
                    .run(model, done -> {});
            // it ends at a special token, transformers goes on here
            assertThat(said).isEqualTo(list(one.get("generated")).subList(0, said.size()));
            boolean ended = said.size() < expected.length;
            assertThat(ended).isEqualTo(ended && model.vocabulary().isSpecial(said.get(said.size() - 1)));
        }
    }

    private static void answers(LoadedModel model, JsonNode golden) {
        for (JsonNode one : golden.get("answers")) {
            List<Integer> targets = list(one.get("targets"));
            assertThat(targets).hasSizeGreaterThan(1);
            int[] tokens = TraceRequest.withAnswer(ids(one.get("prompt")), targets);
            TraceOptions options = TraceOptions.DEFAULT.withDetail(TraceOptions.detail("heads"));
            Trace trace = new Tracer(model)
                    .trace(
                            new TraceRequest(
                                    tokens, OptionalInt.empty(), targets, List.of(), false, options, List.of()),
                            Progress.NONE);
            for (int i = 0; i < targets.size(); i++) {
                assertThat(Math.log(trace.targetProbabilities().get(i)))
                        .isCloseTo(one.get("logProbabilities").get(i).asDouble(), within(2e-3));
            }
            assertThat(trace.metric()).isCloseTo(one.get("sum").asDouble(), within(2e-3));
            assertThat(trace.hookPoints())
                    .anyMatch(point ->
                            point.site() == Site.MLP && point.byPosition().containsKey(Figure.EFFECT));
        }
    }

    private static List<Integer> list(JsonNode ids) {
        return StreamSupport.stream(ids.spliterator(), false)
                .map(JsonNode::asInt)
                .toList();
    }

    private static int[] ids(JsonNode ids) {
        return list(ids).stream().mapToInt(Integer::intValue).toArray();
    }
}
