package io.headstream.api.browser;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/settings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Settings")
@RolesAllowed("read")
public class SettingsResource {
    private final Settings settings;

    public SettingsResource(
            @ConfigProperty(name = "headstream.bolt.uri") Optional<String> boltUri,
            @ConfigProperty(name = "headstream.bolt.password-file") Optional<String> boltPasswordFile,
            @ConfigProperty(name = "headstream.browser") Optional<String> browser) {
        this.settings = new Settings(boltUri, boltPasswordFile, browser);
    }

    @GET
    @Operation(
            operationId = "getSettings",
            summary = "Where the database and a Neo4j Browser for it are, as a person's own machine reaches them")
    @APIResponse(
            responseCode = "200",
            description = "The settings; what is not known is absent",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Settings.class)))
    public Settings get() {
        return settings;
    }
}
