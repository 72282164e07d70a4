package io.headstream.ingest.jobs.prepare;

import io.headstream.ingest.jobs.request.GenerateAsked;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.generate.Generation;
import io.headstream.tracer.generate.Sampling;
import io.headstream.tracer.intervene.Intervention;
import io.headstream.tracer.load.LoadedModel;
import io.headstream.tracer.model.Architecture;
import io.headstream.tracer.tokenizer.Vocabulary;
import io.headstream.tracer.trace.TraceRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * What follows a prompt, generated when its first step is traced and kept for the others: the same whenever it is made anew.
 *
 * @param prompt which of the job's, from 0
 */
public final class GenerationSteps {
    private static final int LAST = 0;

    private final int prompt;
    private final Generation generation;
    private List<Integer> generated = List.of();

    private GenerationSteps(int prompt, Generation generation) {
        this.prompt = prompt;
        this.generation = generation;
    }

    /**
     * A step that is traced: the pass that says one token.
     *
     * @param number from 1; 0 is the last, whichever that is
     */
    public record Step(GenerationSteps of, int number) {}

    /**
     * A step as it came out.
     *
     * @param number from 1
     * @param text of all that was generated
     * @param tokens of all that was generated
     * @param before text of the prompt with what was generated before this step
     */
    public record Made(
            int prompt,
            int number,
            String text,
            List<Integer> tokens,
            String sampling,
            String before,
            TraceRequest request) {}

    /**
     * The steps that are traced.
     *
     * @throws TraceException naming what is wrong, and what is right
     */
    static List<Step> of(
            GenerateAsked asked, int prompt, TraceRequest request, List<Intervention> interventions, Architecture a) {
        Integer most = asked.tokens();
        if (most == null) {
            throw new TraceException("generate needs tokens: how many");
        }
        if (!request.targets().isEmpty()
                || !request.distractors().isEmpty()
                || request.targetPosition().isPresent()) {
            throw new TraceException(
                    "a generation explains the tokens that it generates; leave out target, distractor and position");
        }
        Generation generation = new Generation(request.tokens(), most, sampling(asked), interventions);
        generation.check(a);
        GenerationSteps steps = new GenerationSteps(prompt, generation);
        return numbers(asked, most).stream()
                .map(number -> new Step(steps, number))
                .toList();
    }

    private static Sampling sampling(GenerateAsked asked) {
        boolean chance = asked.topK() != null || asked.topP() != null || asked.seed() != null;
        double temperature = asked.temperature() == null ? (chance ? 1 : 0) : asked.temperature();
        if (temperature == 0 && chance) {
            throw new TraceException(
                    "temperature 0 takes the most probable token; leave out topK, topP and seed, or give another temperature");
        }
        return new Sampling(
                temperature,
                asked.topK() == null ? 0 : asked.topK(),
                asked.topP() == null ? 1 : asked.topP(),
                asked.seed() == null ? 0 : asked.seed());
    }

    private static List<Integer> numbers(GenerateAsked asked, int most) {
        if (asked.steps() != null) {
            if (asked.trace() != null) {
                throw new TraceException("trace and steps of generate are given; leave out one of the two");
            }
            if (asked.steps().isEmpty()
                    || asked.steps().stream().anyMatch(step -> step == null || step < 1 || step > most)) {
                throw new TraceException("steps of generate are " + asked.steps() + "; they go from 1 to " + most);
            }
            return asked.steps().stream().distinct().sorted().toList();
        }
        return switch (asked.trace() == null ? "all" : asked.trace()) {
            case "all" -> IntStream.rangeClosed(1, most).boxed().toList();
            case "last" -> List.of(LAST);
            default ->
                throw new TraceException("trace '" + asked.trace()
                        + "' of generate is not known; it is all or last, or give steps: a list of them");
        };
    }

    /**
     * A step, as long as the generation came to it; a generation that ended before has none.
     *
     * @param traced what a trace of the prompt would be
     */
    public List<Made> made(Step step, String text, TraceRequest traced, LoadedModel model, IntConsumer done) {
        if (generated.isEmpty()) {
            generated = generation.run(model, done);
        }
        int number = step.number() == LAST ? generated.size() : step.number();
        if (number > generated.size()) {
            return List.of();
        }
        Vocabulary vocabulary = model.vocabulary();
        List<Integer> before = generated.subList(0, number - 1);
        TraceRequest request = new TraceRequest(
                generation.tokens(before),
                OptionalInt.empty(),
                List.of(generated.get(number - 1)),
                List.of(),
                traced.compared(),
                traced.options(),
                traced.interventions());
        return List.of(new Made(
                prompt,
                number,
                text(generated, vocabulary),
                generated,
                words(generation.sampling()),
                text + text(before, vocabulary),
                request));
    }

    // behind the prompt, as a tokenizer may write it otherwise at the beginning
    private String text(List<Integer> ids, Vocabulary vocabulary) {
        String prompt = vocabulary.text(generation.prompt());
        String whole = vocabulary.text(generation.tokens(ids));
        return whole.startsWith(prompt)
                ? whole.substring(prompt.length())
                : vocabulary.text(ids.stream().mapToInt(Integer::intValue).toArray());
    }

    private static String words(Sampling sampling) {
        if (sampling.isGreedy()) {
            return "greedy";
        }
        List<String> words = new ArrayList<>(List.of("temperature " + sampling.temperature()));
        if (sampling.topK() > 0) {
            words.add("top-k " + sampling.topK());
        }
        if (sampling.topP() < 1) {
            words.add("top-p " + sampling.topP());
        }
        words.add("seed " + sampling.seed());
        return String.join(", ", words);
    }
}
