package io.headstream.api.library;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Parameters of a named query; those left out take their defaults. */
public record QueryRequest(
        @Nullable @Schema(examples = "{\"token\": \" Mary\"}") Map<String, @Nullable Object> parameters) {}
