package io.headstream.ingest.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.headstream.ingest.queue.FairQueue.Waiting;
import io.headstream.tracer.error.TraceException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.api.Test;

class QueueLimitsTest {
    private static final Waiting NOBODY = new Waiting(0, 0, 0);
    private final QueueLimits limits = new QueueLimits(20_000, 5_000, 64);

    @Test
    void a_batch_of_a_thousand_prompts_is_ordinary() {
        assertThatCode(() -> limits.require(1_000, NOBODY, 1_000_000, 1)).doesNotThrowAnyException();
        assertThatCode(() -> limits.require(1_000, new Waiting(4_000, 19_000, 9), 1_000_000, 1))
                .doesNotThrowAnyException();
    }

    @Test
    void one_caller_too_many_is_told_when_there_is_room() {
        HttpProblem refusal = refusal(10, new Waiting(4_995, 4_995, 1), 0, 2);
        assertThat(refusal.getStatusCode()).isEqualTo(429);
        assertThat(refusal.getDetail()).contains("4995 prompts of yours wait, and 5000 may");
        assertThat(refusal.getHeaders().get("Retry-After")).hasToString("10"); // five prompts of two seconds
        // with three callers a turn comes every third time
        assertThat(refusal(10, new Waiting(4_995, 9_000, 3), 0, 2).getHeaders().get("Retry-After"))
                .hasToString("30");
    }

    @Test
    void all_callers_together_are_bounded_and_so_is_what_their_requests_hold() {
        assertThat(refusal(1, new Waiting(0, 20_000, 7), 0, 3).getDetail()).contains("20000 prompts wait");
        assertThat(refusal(1, new Waiting(1, 1, 1), 65 << 20, 3).getDetail()).contains("hold 64 MiB");
        assertThatCode(() -> limits.require(1, NOBODY, 65 << 20, 3)).doesNotThrowAnyException();
    }

    @Test
    void what_never_fits_is_not_told_to_wait() {
        assertThatThrownBy(() -> limits.require(5_001, NOBODY, 0, 1))
                .isInstanceOf(TraceException.class)
                .hasMessageContaining("5001 prompts are more than may wait of one caller, 5000");
    }

    private HttpProblem refusal(int prompts, Waiting waiting, long size, double seconds) {
        return catchThrowableOfType(HttpProblem.class, () -> limits.require(prompts, waiting, size, seconds));
    }
}
