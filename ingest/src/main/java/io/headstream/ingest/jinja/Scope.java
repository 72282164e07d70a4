package io.headstream.ingest.jinja;

import io.headstream.ingest.jinja.value.Bounds;
import io.headstream.ingest.jinja.value.Undefined;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names and their values; a loop's turn and a macro's call have scopes of their own, whose names end with them. */
final class Scope {
    private final Bounds bounds;
    private final @Nullable Scope outer;
    private final Map<String, @Nullable Object> names = new HashMap<>();

    private Scope(Bounds bounds, @Nullable Scope outer) {
        this.bounds = bounds;
        this.outer = outer;
    }

    static Scope outermost() {
        return new Scope(new Bounds(), null);
    }

    Scope inner() {
        return new Scope(bounds, this);
    }

    Bounds bounds() {
        return bounds;
    }

    void set(String name, @Nullable Object value) {
        names.put(name, value);
    }

    @Nullable
    Object get(String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            if (scope.names.containsKey(name)) {
                return scope.names.get(name);
            }
        }
        return new Undefined(name);
    }
}
