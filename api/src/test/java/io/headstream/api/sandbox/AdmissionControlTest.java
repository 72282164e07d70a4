package io.headstream.api.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headstream.access.turns.Processors;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** How many may read while a prompt is traced in the same process. */
class AdmissionControlTest {
    private final StatementLimits limits = new StatementLimits(Duration.ofSeconds(1), 64, 1_000);
    private final Processors processors = new Processors();
    private final int share = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    private final int most = (1 + AdmissionControl.BRIEF) * share; // ordinary ones and short ones

    @Test
    void while_a_prompt_is_traced_reading_leaves_it_a_share_and_goes_on() {
        AdmissionControl places = AdmissionControl.forUsers(limits, processors);
        try (Processors.Use tracing = processors.trace()) {
            for (int i = 0; i < most; i++) {
                places.take("client " + i, false);
            }
            assertThatThrownBy(() -> places.take("one more", false))
                    .isInstanceOf(HttpProblem.class)
                    .hasMessageContaining(most + " statements are running");
        }
        assertThat(places.take("one more", false)).isNotNull();
    }

    @Test
    void who_waits_for_a_place_has_one_when_tracing_ends() throws Exception {
        AdmissionControl places = AdmissionControl.forUsers(limits, processors);
        CompletableFuture<AdmissionControl.Place> waiting;
        try (Processors.Use tracing = processors.trace()) {
            for (int i = 0; i < most; i++) {
                places.take("client " + i, false);
            }
            waiting = CompletableFuture.supplyAsync(() -> places.take("waits", false));
            Thread.sleep(100);
            assertThat(waiting).isNotDone();
        }
        assertThat(waiting.get()).isNotNull();
    }
}
