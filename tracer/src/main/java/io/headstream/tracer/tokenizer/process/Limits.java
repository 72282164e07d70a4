package io.headstream.tracer.tokenizer.process;

import java.time.Duration;

/**
 * What a process with a tokenizer may take for one question.
 *
 * @param processor its processor time, which does not depend on what else the machine does
 * @param time the time on the clock
 * @param memory resident, in bytes
 */
public record Limits(Duration processor, Duration time, long memory) {
    /** A tokenizer of 150,000 tokens is tried in 3 s of processor time and 300 MB. */
    public static final Limits USUAL = new Limits(Duration.ofSeconds(12), Duration.ofSeconds(60), 1_000_000_000L);
}
