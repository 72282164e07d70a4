package io.headstream.access.refusal;

import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;

/** Words a problem before those do that give a detail to problems without one, and that log. */
public interface FirstSay extends ProblemPostProcessor {
    /** The greatest comes first. */
    int FIRST = 1_000;

    @Override
    default int priority() {
        return FIRST;
    }
}
