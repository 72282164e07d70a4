package io.headstream.ingest.jinja.value;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one value whose attributes a template may set, also from within loops. */
public record Namespace(Map<String, @Nullable Object> attributes) {
    public Namespace() {
        this(new HashMap<>());
    }
}
