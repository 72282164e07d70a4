package io.headstream.ingest.hub;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.Config;

/** Reads the hub's settings from the environment, where Hugging Face's tools read them too. */
final class HubConfiguration {
    private HubConfiguration() {}

    @Produces
    @Singleton
    static HubSettings settings(Config config) {
        return HubSettings.read(
                name -> config.getOptionalValue(name, String.class), Path.of(System.getProperty("user.home")));
    }
}
