package io.headstream.api.trace;

import org.jspecify.annotations.Nullable;

/**
 * Which traces to list.
 *
 * @param model id or name
 * @param query part of the prompt, in any case
 * @param after cursor
 */
record TraceFilter(
        @Nullable String model, @Nullable String query, @Nullable String tag, @Nullable String after, int limit) {}
