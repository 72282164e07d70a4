package io.headstream.ingest.jobs.request;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a model is. */
public record ModelRequest(
        @Schema(
                        description =
                                "A folder on the server's machine, as Hugging Face writes it; or a model's id on the hub, with @revision "
                                        + "for a branch, tag or commit other than main",
                        examples = {"openai-community/gpt2", "models/headstream-sample"})
                @Nullable
                String source)
        implements JobSubject {}
