package io.headstream.ingest.jinja.value;

import org.jspecify.annotations.Nullable;

/** What a template can call: functions, macros, methods of values. */
@FunctionalInterface
public interface Callable {
    @Nullable
    Object call(Arguments arguments);
}
