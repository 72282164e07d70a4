package io.headstream.api.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(IngestProxyIT.Elsewhere.class)
class IngestProxyIT {
    private static final CountDownLatch FIRST_EVENT_READ = new CountDownLatch(1);

    @TestHTTPResource("/api/jobs/1/events")
    @Nullable
    URL events;

    public static final class Elsewhere implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Apart.WITHOUT_DATABASE;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Ingest.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    /** Another process's jobs, as far as a proxy can tell. */
    public static final class Ingest implements QuarkusTestResourceLifecycleManager {
        private @Nullable HttpServer server;

        @Override
        public Map<String, String> start() {
            try {
                HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                server = started;
                started.setExecutor(Executors.newCachedThreadPool());
                started.createContext("/api/models", exchange -> {
                    byte[] body = "{\"items\":[]}".getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().add("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
                started.createContext("/api/jobs/1/events", exchange -> {
                    exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
                    exchange.sendResponseHeaders(200, 0);
                    OutputStream out = exchange.getResponseBody();
                    out.write("event: job\ndata: 1\n\n".getBytes(StandardCharsets.UTF_8));
                    out.flush();
                    await();
                    out.write("event: job\ndata: 2\n\n".getBytes(StandardCharsets.UTF_8));
                    exchange.close();
                });
                started.start();
                return Map.of(
                        "headstream.ingest.uri",
                        "http://127.0.0.1:" + started.getAddress().getPort());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void await() {
            try {
                FIRST_EVENT_READ.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void stop() {
            if (server != null) {
                server.stop(0);
            }
        }
    }

    @Test
    void models_come_from_ingest() {
        given().get("/api/models?x=1").then().statusCode(200).body("items.size()", equalTo(0));
    }

    @Test
    void an_event_passes_before_the_next_is_there() throws IOException {
        URL url = Objects.requireNonNull(events);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(url.openStream(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("event: job");
            assertThat(lines.readLine()).isEqualTo("data: 1");
            FIRST_EVENT_READ.countDown();
            assertThat(lines.lines().toList()).contains("data: 2");
        }
    }
}
