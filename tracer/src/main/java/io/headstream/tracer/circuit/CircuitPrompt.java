package io.headstream.tracer.circuit;

import io.headstream.tracer.attribution.Question;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.model.Architecture;
import io.headstream.tracer.model.Transformer;

/**
 * A prompt of the behaviour that a circuit is for.
 *
 * @param corrupted token ids of a prompt as long, in which the behaviour asks for something else; the prompt's own where edges are cut otherwise
 */
public record CircuitPrompt(int[] tokens, Question question, int[] corrupted) {
    /** @throws TraceException naming what is wrong, and what is right */
    void check(Architecture a) {
        Transformer.check(tokens, a);
        Transformer.check(corrupted, a);
        if (corrupted.length != tokens.length) {
            throw new TraceException("a prompt has " + tokens.length + " tokens and its corrupted one "
                    + corrupted.length + "; give one that is as long, or take ablation mean");
        }
        if (question.position() < 0 || question.position() >= tokens.length) {
            throw new TraceException("position " + question.position()
                    + " is outside the prompt; positions go from 0 to " + (tokens.length - 1));
        }
    }
}
