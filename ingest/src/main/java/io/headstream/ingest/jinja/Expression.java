package io.headstream.ingest.jinja;

import org.jspecify.annotations.Nullable;

/** What has a value in a scope. */
@FunctionalInterface
interface Expression {
    @Nullable
    Object in(Scope scope);
}
