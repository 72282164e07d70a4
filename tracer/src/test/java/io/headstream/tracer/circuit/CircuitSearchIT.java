package io.headstream.tracer.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headstream.tracer.Golden;
import io.headstream.tracer.SmolLm2;
import io.headstream.tracer.attribution.Question;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.load.LoadedModel;
import io.headstream.tracer.tokenizer.Bos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A circuit for indirect objects keeps the metric on sentences that it was not found with; random circuits of its size do not. */
class CircuitSearchIT {
    @Test
    void of_the_sample_model() throws IOException {
        try (LoadedModel model = LoadedModel.load(Golden.sampleModel())) {
            FoundCircuit circuit = found(model, request(model, 20, 100));
            assertThat(circuit.edges().size()).isLessThan(circuit.nodes().edges() / 2);
            for (Ablation ablation : List.of(Ablation.MEAN, Ablation.ZERO)) {
                CircuitRequest like = request(model, 8, 10);
                CircuitRequest other = new CircuitRequest(
                        like.found(), like.heldOut(), ablation, like.steps(), like.keep(), like.trials(), like.seed());
                FoundCircuit cut = new CircuitSearch(model.transformer(), other, CircuitProgress.NONE).run();
                assertThat(cut.foundFaithfulness()).isBetween(like.keep() - 1e-6, 2 - like.keep() + 1e-6);
            }
        }
    }

    @Test
    @Tag("smollm2")
    @Tag("thorough")
    void of_smollm2() throws IOException {
        LoadedModel model = SmolLm2.model();
        found(model, request(model, 12, 24));
    }

    @Test
    void what_cannot_be_is_refused_and_what_is_cancelled_ends() throws IOException {
        try (LoadedModel model = LoadedModel.load(Golden.sampleModel())) {
            CircuitRequest good = request(model, 2, 1);
            CircuitPrompt prompt = good.found().get(0);
            CircuitPrompt longer = new CircuitPrompt(prompt.tokens(), prompt.question(), new int[] {1, 2});
            refused(model, List.of(longer), good.heldOut(), 1, 0.9, "give one that is as long, or take ablation mean");
            refused(model, good.found(), List.of(), 1, 0.9, "needs two prompts at least");
            refused(model, good.found(), good.heldOut(), 1, 1, "between 0 and 1");
            refused(model, good.found(), good.heldOut(), 64, 0.9, "steps at most");
            CircuitPrompt same = new CircuitPrompt(prompt.tokens(), prompt.question(), prompt.tokens());
            refused(model, List.of(same), good.heldOut(), 1, 0.9, "there is nothing that a circuit could keep");
            assertThatThrownBy(() -> new CircuitSearch(model.transformer(), good, (stage, done, of) -> {
                                throw new CancellationException();
                            })
                            .run())
                    .isInstanceOf(CancellationException.class);
        }
    }

    private static void refused(
            LoadedModel model,
            List<CircuitPrompt> found,
            List<CircuitPrompt> heldOut,
            int steps,
            double keep,
            String why) {
        CircuitRequest request = new CircuitRequest(found, heldOut, Ablation.CORRUPTED, steps, keep, 1, 0);
        assertThatThrownBy(() -> new CircuitSearch(model.transformer(), request, CircuitProgress.NONE).run())
                .isInstanceOf(TraceException.class)
                .hasMessageContaining(why);
    }

    private static FoundCircuit found(LoadedModel model, CircuitRequest request) {
        long start = System.nanoTime();
        FoundCircuit circuit = new CircuitSearch(model.transformer(), request, CircuitProgress.NONE).run();
        System.out.printf(
                "%s: %d of %d edges, %d nodes, faithfulness %.3f (%.3f on those it was found with), complement %.3f, incompleteness %.3f,"
                        + " random %s, %d trials, %.0f s%n",
                model.name(),
                circuit.edges().size(),
                circuit.nodes().edges(),
                circuit.joined().length,
                circuit.faithfulness(),
                circuit.foundFaithfulness(),
                circuit.complement(),
                circuit.incompleteness(),
                circuit.random(),
                circuit.trials(),
                (System.nanoTime() - start) / 1e9);
        assertThat(circuit.faithfulness()).isBetween(0.85, 1.15);
        assertThat(circuit.random()).hasSize(5).allSatisfy(random -> assertThat(random)
                .isLessThan(0.5));
        try (Corruption corruption = new Corruption(model.transformer(), request.ablation(), request.found());
                PromptSet prompts = PromptSet.of(model.transformer(), request.heldOut(), corruption, () -> {})) {
            EdgeSet edges = edges(circuit);
            assertThat(edges.connected().size()).isEqualTo(edges.size());
            assertThat(prompts.metric(edges)).isCloseTo(circuit.metric(), within(1e-4));
            assertThat(circuit.faithfulness())
                    .isCloseTo(
                            (circuit.metric() - circuit.metricEmpty()) / (circuit.metricFull() - circuit.metricEmpty()),
                            within(1e-9));
        }
        return circuit;
    }

    private static EdgeSet edges(FoundCircuit circuit) {
        return EdgeSet.of(circuit.nodes(), circuit.edges().stream().mapToInt(edge -> circuit.nodes()
                .edge(edge.writer(), edge.reader())));
    }

    /** Sentences of prompts/ioi.jsonl, half of them to find with; corrupted by the first name in the place of the second's last mention. */
    private static CircuitRequest request(LoadedModel model, int count, int trials) throws IOException {
        List<CircuitPrompt> prompts = new ArrayList<>();
        List<String> lines = Files.readAllLines(Path.of("../prompts/ioi.jsonl"));
        for (String line : lines.subList(0, count)) {
            JsonNode json = new ObjectMapper().readTree(line);
            int target = model.vocabulary()
                    .token("target", json.get("target").asText())
                    .id();
            int distractor = model.vocabulary()
                    .token("distractor", json.get("distractor").asText())
                    .id();
            int[] tokens = model.vocabulary()
                    .encode(json.get("prompt").asText(), Bos.AUTO)
                    .ids();
            int[] corrupted = tokens.clone();
            for (int p = tokens.length - 1; p >= 0; p--) {
                if (tokens[p] == distractor) {
                    corrupted[p] = target;
                    break;
                }
            }
            prompts.add(new CircuitPrompt(
                    tokens, new Question(tokens.length - 1, target, OptionalInt.of(distractor)), corrupted));
        }
        Collections.shuffle(prompts, new java.util.Random(1));
        return new CircuitRequest(
                prompts.subList(0, count / 2),
                prompts.subList(count / 2, count),
                Ablation.CORRUPTED,
                CircuitRequest.STEPS,
                CircuitRequest.KEEP,
                trials,
                1);
    }
}
