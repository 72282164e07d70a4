package io.headstream.ingest;

import io.headstream.ingest.hub.HubServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

/** A hub for the application under test, and a cache folder that is nobody's. */
public final class HubServerResource implements QuarkusTestResourceLifecycleManager {
    private HubServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = new HubServer();
            return Map.of(
                    "headstream.hub",
                    server.url(),
                    "HF_HOME",
                    Files.createTempDirectory("hf-home").toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(server, new TestInjector.MatchesType(HubServer.class));
    }

    @Override
    public void stop() {
        server.close();
    }
}
