package io.headstream.tracer.circuit;

import io.headstream.tracer.effect.EffectOptions;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.model.Architecture;
import java.util.List;
import java.util.stream.Stream;

/**
 * What circuit is looked for.
 *
 * @param found the prompts that it is found with
 * @param heldOut those that it is judged by
 * @param steps of integrated gradients
 * @param keep the part of the metric, between that of no edge and that of all, that is to be kept
 * @param trials how many circuits may be tried while edges are taken out
 * @param seed of what is drawn at random
 */
public record CircuitRequest(
        List<CircuitPrompt> found,
        List<CircuitPrompt> heldOut,
        Ablation ablation,
        int steps,
        double keep,
        int trials,
        long seed) {
    /** Steps where nothing is said, as in the paper. */
    public static final int STEPS = 5;

    /** What is to be kept where nothing is said: somewhat more than the 0.85 that are mostly asked for on other prompts. */
    public static final double KEEP = 0.9;

    /** Trials where nothing is said. */
    public static final int TRIALS = 100;

    /** Most trials. */
    public static final int MOST_TRIALS = 10_000;

    // positions times points whose gradients are held
    private static final int MOST_POSITIONS = 1024;

    /** @throws TraceException naming what is wrong, and what is right */
    public void check(Architecture a) {
        if (found.isEmpty() || heldOut.isEmpty()) {
            throw new TraceException(
                    "a circuit needs two prompts at least: one to find it with, and another to judge it by");
        }
        if (!(keep > 0 && keep < 1)) {
            throw new TraceException("keep is " + keep + "; it is a part of the metric, between 0 and 1");
        }
        if (trials < 0 || trials > MOST_TRIALS) {
            throw new TraceException("trials are " + trials + "; take 0 to " + MOST_TRIALS);
        }
        EffectOptions.checkSteps(steps);
        Stream.concat(found.stream(), heldOut.stream()).forEach(prompt -> check(prompt, a));
    }

    private void check(CircuitPrompt prompt, Architecture a) {
        prompt.check(a);
        int n = prompt.tokens().length;
        if ((long) n * steps > MOST_POSITIONS) {
            throw new TraceException("a prompt of " + n + " tokens with " + steps + " steps is too much; take "
                    + MOST_POSITIONS / n + " steps at most");
        }
    }
}
