package io.headstream.ingest.circuits;

import io.headstream.ingest.jobs.request.CircuitAsked;
import io.headstream.tracer.attribution.Question;
import io.headstream.tracer.circuit.Ablation;
import io.headstream.tracer.circuit.CircuitPrompt;
import io.headstream.tracer.circuit.CircuitRequest;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.model.Architecture;
import io.headstream.tracer.tokenizer.Bos;
import io.headstream.tracer.tokenizer.Vocabulary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A circuit as it is asked for, in the tracer's terms. */
public final class CircuitReading {
    private static final int MOST_PROMPTS = 1000;
    private static final int LONGEST_NAME = 80;

    private final Vocabulary vocabulary;
    private final Architecture architecture;
    private final Bos bos;

    public CircuitReading(Vocabulary vocabulary, Architecture architecture, Bos bos) {
        this.vocabulary = vocabulary;
        this.architecture = architecture;
        this.bos = bos;
    }

    /**
     * What is looked for, checked.
     *
     * @param compared whether the metric is a difference of two logits
     */
    public record Read(String name, boolean compared, CircuitRequest request) {}

    /** @throws TraceException naming what is wrong, and what is right */
    public Read read(CircuitAsked asked) {
        String name = name(asked.name());
        List<CircuitAsked.Example> examples = Objects.requireNonNullElse(asked.prompts(), List.of());
        if (examples.size() > MOST_PROMPTS) {
            throw new TraceException(
                    "a circuit is of " + MOST_PROMPTS + " prompts at most, not of " + examples.size() + "; take fewer");
        }
        List<Example> read = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            try {
                read.add(example(examples.get(i)));
            } catch (TraceException e) {
                throw new TraceException("prompt " + (i + 1) + " of the circuit: " + e.getMessage(), e);
            }
        }
        long compared = read.stream()
                .filter(one -> one.question().distractor().isPresent())
                .count();
        if (compared > 0 && compared < read.size()) {
            throw new TraceException("of the circuit's prompts " + compared + " have a distractor and "
                    + (read.size() - compared) + " none; give one to all or to none, as the metric is one of the two");
        }
        Ablation ablation = ablation(asked.ablation(), read);
        List<CircuitPrompt> prompts = new ArrayList<>(read.stream()
                .map(one -> new CircuitPrompt(
                        one.tokens(), one.question(), ablation == Ablation.CORRUPTED ? one.corrupted() : one.tokens()))
                .toList());
        long seed = asked.seed() == null ? 0 : asked.seed();
        Collections.shuffle(prompts, new Random(seed));
        int find = asked.find() == null ? (prompts.size() + 1) / 2 : asked.find();
        if (find < 1 || find >= prompts.size()) {
            throw new TraceException(
                    "a circuit needs two prompts at least: some to find it with, and others to judge it"
                            + " by; find is " + find + " of " + prompts.size());
        }
        CircuitRequest request = new CircuitRequest(
                prompts.subList(0, find),
                prompts.subList(find, prompts.size()),
                ablation,
                asked.steps() == null ? CircuitRequest.STEPS : asked.steps(),
                asked.keep() == null ? CircuitRequest.KEEP : asked.keep(),
                asked.trials() == null ? CircuitRequest.TRIALS : asked.trials(),
                seed);
        request.check(architecture);
        return new Read(name, compared > 0, request);
    }

    private static String name(@Nullable String name) {
        if (name == null || name.isBlank()) {
            throw new TraceException("the circuit needs a name");
        }
        if (name.length() > LONGEST_NAME || name.chars().anyMatch(c -> Character.isISOControl(c) || c == '/')) {
            throw new TraceException("a circuit's name has 1 to " + LONGEST_NAME + " characters, and no /");
        }
        return name.strip();
    }

    /** @param corrupted empty where there is none */
    private record Example(int[] tokens, Question question, int[] corrupted) {}

    private Example example(CircuitAsked.@Nullable Example asked) {
        if (asked == null || asked.prompt() == null || asked.target() == null) {
            throw new TraceException("it needs a prompt and a target");
        }
        int[] tokens = vocabulary.encode(asked.prompt(), bos).ids();
        int target = vocabulary.token("target", asked.target()).id();
        OptionalInt distractor = asked.distractor() == null
                ? OptionalInt.empty()
                : OptionalInt.of(
                        vocabulary.token("distractor", asked.distractor()).id());
        if (distractor.isPresent() && distractor.getAsInt() == target) {
            throw new TraceException("target and distractor are the same token");
        }
        Question question = new Question(tokens.length - 1, target, distractor);
        int[] corrupted = asked.corrupted() == null
                ? corrupted(tokens, question)
                : vocabulary.encode(asked.corrupted(), bos).ids();
        return new Example(tokens, question, corrupted);
    }

    /**
     * A prompt with the target in the place of the distractor's last mention (symmetric token replacement; Zhang and Nanda 2023, arXiv 2309.16042).
     *
     * @return empty where it mentions none
     */
    public static int[] corrupted(int[] tokens, Question question) {
        for (int p = question.position(); p >= 0 && question.distractor().isPresent(); p--) {
            if (tokens[p] == question.distractor().getAsInt()) {
                int[] corrupted = tokens.clone();
                corrupted[p] = question.target();
                return corrupted;
            }
        }
        return new int[0];
    }

    private static Ablation ablation(@Nullable String asked, List<Example> read) {
        OptionalInt without = OptionalInt.empty();
        for (int i = read.size() - 1; i >= 0; i--) {
            if (read.get(i).corrupted().length == 0) {
                without = OptionalInt.of(i);
            }
        }
        if (asked == null) {
            return without.isPresent() ? Ablation.MEAN : Ablation.CORRUPTED;
        }
        Ablation ablation = Ablation.labelled(asked);
        if (ablation == Ablation.CORRUPTED && without.isPresent()) {
            throw new TraceException(
                    "prompt " + (without.getAsInt() + 1)
                            + " of the circuit has no corrupted prompt, nor a distractor in it that the target could replace; give one, or take ablation mean");
        }
        return ablation;
    }
}
