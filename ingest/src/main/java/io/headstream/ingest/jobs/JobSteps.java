package io.headstream.ingest.jobs;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Which of a job's steps comes next, and how often it was begun.
 *
 * @param next from 0
 * @param attempts of that step
 * @param opening whether the last attempt has not come to the step itself
 */
record JobSteps(int next, int attempts, boolean opening) {
    /** A step that has ended the process so often is not tried again. */
    static final int MOST_ATTEMPTS = 2;

    static final JobSteps FIRST = new JobSteps(0, 0, false);

    JobSteps begun(boolean isOpening) {
        return new JobSteps(next, attempts + 1, isOpening);
    }

    JobSteps opened() {
        return new JobSteps(next, attempts, false);
    }

    /** The attempt was ended in order, so it does not count. */
    JobSteps takenBack() {
        return new JobSteps(next, Math.max(0, attempts - 1), false);
    }

    JobSteps passed() {
        return new JobSteps(next + 1, 0, false);
    }

    boolean isUsedUp() {
        return attempts >= MOST_ATTEMPTS;
    }

    /** The id that the steps share which follow one of a job's prompts. */
    static String generation(String job, int prompt) {
        return UUID.nameUUIDFromBytes((job + "/generation/" + prompt).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** The id of the trace that a job makes of a prompt: the same whenever it is made, so that it is made once. */
    static String trace(String job, int prompt) {
        return UUID.nameUUIDFromBytes((job + "/" + prompt).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
