package io.headstream.ingest.jinja;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one value whose attributes a template may set, also from within loops. */
record Namespace(Map<String, @Nullable Object> attributes) {
    Namespace() {
        this(new HashMap<>());
    }
}
