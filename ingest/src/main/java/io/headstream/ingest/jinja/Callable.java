package io.headstream.ingest.jinja;

import org.jspecify.annotations.Nullable;

/** What a template can call: functions, macros, methods of values. */
@FunctionalInterface
interface Callable {
    @Nullable
    Object call(Arguments arguments);
}
