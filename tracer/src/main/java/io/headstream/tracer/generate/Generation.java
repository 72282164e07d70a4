package io.headstream.tracer.generate;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.intervene.Changing;
import io.headstream.tracer.intervene.Intervention;
import io.headstream.tracer.intervene.Plan;
import io.headstream.tracer.intervene.Planning;
import io.headstream.tracer.load.LoadedModel;
import io.headstream.tracer.model.ActivationCache;
import io.headstream.tracer.model.Architecture;
import io.headstream.tracer.model.Transformer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * What a model says after a prompt: step by step one token, of the pass over the prompt and all tokens before it. It ends early at a special token,
 * such as an end of text, which is its last.
 *
 * @param prompt ids
 * @param most tokens to generate
 * @param interventions what is changed in each pass
 */
public record Generation(int[] prompt, int most, Sampling sampling, List<Intervention> interventions) {
    /**
     * Whether a model can be asked this, before anything is run.
     *
     * @throws TraceException naming what is wrong, and what is right
     */
    public void check(Architecture architecture) {
        Transformer.check(prompt, architecture);
        int room = architecture.context() - prompt.length + 1;
        if (most < 1) {
            throw new TraceException("generate has " + most + " tokens; give at least 1");
        }
        if (most > room) {
            throw new TraceException("the prompt has " + prompt.length + " tokens and the model's context holds "
                    + architecture.context() + ", so that " + room + " can be generated at most, not " + most);
        }
        Planning.check(interventions, architecture, prompt, prompt.length - 1);
        if (!interventions.isEmpty()) {
            int[] longest = Arrays.copyOf(prompt, prompt.length + most - 1);
            Planning.check(interventions, architecture, longest, longest.length - 1);
        }
    }

    /**
     * Runs it.
     *
     * @param stepsDone told after each token; may throw to end it
     * @return the tokens generated
     * @throws TraceException before anything is run, where the model cannot be asked this
     */
    public List<Integer> run(LoadedModel model, IntConsumer stepsDone) {
        check(model.architecture());
        var random = sampling.random();
        List<Integer> generated = new ArrayList<>();
        while (generated.size() < most) {
            int token = sampling.choose(logits(model.transformer(), tokens(generated)), random);
            generated.add(token);
            stepsDone.accept(generated.size());
            if (model.vocabulary().isSpecial(token)) {
                break;
            }
        }
        return List.copyOf(generated);
    }

    /** The prompt and what was generated. */
    public int[] tokens(List<Integer> generated) {
        return IntStream.concat(IntStream.of(prompt), generated.stream().mapToInt(Integer::intValue))
                .toArray();
    }

    // at the last position [vocabulary], of the pass that a trace of these tokens is of
    private float[] logits(Transformer transformer, int[] tokens) {
        try (NDManager manager = transformer.newPassManager();
                NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            Plan plan = Planning.plan(transformer, interventions, tokens, tokens.length - 1);
            ActivationCache cache = transformer.run(
                    tokens, manager, done -> {}, Changing.recording(transformer, plan, tokens.length, manager));
            return cache.logits().get(tokens.length - 1).toFloatArray();
        }
    }
}
