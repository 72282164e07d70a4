package io.headstream.ingest.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.headstream.ingest.HubServerResource;
import io.headstream.ingest.Neo4jServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

@QuarkusTest
@QuarkusTestResource(Neo4jServer.class)
@QuarkusTestResource(HubServerResource.class)
class RehearsalIT {
    @Inject
    Rehearsal rehearsal;

    @Inject
    Driver driver;

    @Test
    void it_comes_to_its_end_and_leaves_nothing() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        assertThat(rehearsal.run(() -> asked.getAndIncrement() < 0)).isTrue();
        assertNothing();

        int last = asked.get() - 1; // a job that comes in the middle, and before the last step
        for (int step : new int[] {0, 1, last / 2, last}) {
            asked.set(0);
            assertThat(rehearsal.run(() -> asked.getAndIncrement() >= step)).isFalse();
            assertThat(asked.get()).isEqualTo(step + 1);
            assertNothing();
        }
    }

    private void assertNothing() {
        try (Session session = driver.session()) {
            assertThat(session.run(
                                    "MATCH (n) WHERE n.trace = $id OR n.id = $id RETURN count(n)",
                                    Map.of("id", Rehearsal.TRACE))
                            .single()
                            .get(0)
                            .asInt())
                    .isZero();
        }
    }
}
