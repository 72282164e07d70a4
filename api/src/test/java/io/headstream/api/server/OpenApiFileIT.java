package io.headstream.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headstream.api.Neo4jServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** ui/openapi.json, which the page's types are made of. */
@QuarkusTest
@QuarkusTestResource(Neo4jServer.class)
class OpenApiFileIT {
    private static final Path FILE = Path.of("../ui/openapi.json");

    @Test
    void the_page_s_types_are_made_of_what_the_server_says() throws IOException {
        JsonNode served = OpenApi.served();
        if ("write".equals(System.getProperty("headstream.docs"))) {
            Files.writeString(
                    FILE, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(served) + "\n");
        }
        assertThat(new ObjectMapper().readTree(FILE.toFile()))
                .as("ui/openapi.json is older than the api; ./dev generate makes it again")
                .isEqualTo(served);
    }
}
