package io.headstream.cli.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.headstream.cli.client.ApiClient;
import io.headstream.cli.client.CommandFailure;
import java.io.IOException;
import java.nio.file.Path;

/** A file of interventions: a JSON list, or an object with one under {@code interventions}. */
final class InterventionFile {
    private InterventionFile() {}

    static JsonNode read(Path file) {
        try {
            JsonNode read = ApiClient.JSON.readTree(file.toFile());
            JsonNode list = read.has("interventions") ? read.get("interventions") : read;
            if (!list.isArray()) {
                throw CommandFailure.wrongInput(
                        "'" + file + "' holds no list of interventions; docs/interventions.md shows one");
            }
            return list;
        } catch (JsonProcessingException e) {
            throw CommandFailure.wrongInput("'" + file + "' is no JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw CommandFailure.wrongInput("there is no file '" + file + "' that can be read");
        }
    }
}
