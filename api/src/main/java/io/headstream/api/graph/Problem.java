package io.headstream.api.graph;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The shape of an error, for the OpenAPI document; {@link Problems} makes them. */
@Schema(name = "Problem", description = "RFC 9457 problem details")
public record Problem(
        @Schema(examples = "Not Found") String title,
        @Schema(examples = "404") int status,
        @Schema(
                        description = "what is wrong and what to do",
                        examples = "there is no trace 'x'; GET /api/traces lists those there are")
                String detail) {}
