package io.headstream.api.trace;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Some of the traces, newest first. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TracePage(
        List<TraceSummary> items,
        @Nullable @Schema(description = "give it as `after` for the next page; absent on the last") String next) {}
