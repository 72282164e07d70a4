package io.headstream.ingest.chat;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One turn of a chat. */
@Schema(description = "One turn of a chat")
public record ChatMessage(
        @Schema(
                        description = "Who says it: user, assistant or system; what a model knows its template decides",
                        examples = "user")
                @Nullable
                String role,
        @Schema(description = "What is said", examples = "What is the capital of Japan?") @Nullable String content) {}
