package io.headstream.tracer.circuit;

import io.headstream.tracer.attribution.Question;

/**
 * A prompt of the behaviour that a circuit is for.
 *
 * @param corrupted token ids of a prompt as long, in which the behaviour asks for something else; the prompt's own where edges are cut otherwise
 */
public record CircuitPrompt(int[] tokens, Question question, int[] corrupted) {}
