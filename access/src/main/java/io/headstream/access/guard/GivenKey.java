package io.headstream.access.guard;

import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/** The key that a program sends with a request. */
final class GivenKey {
    static final String HEADER = "X-API-Key";

    private GivenKey() {}

    static Optional<String> of(HttpServerRequest request) {
        String key = request.getHeader(HEADER);
        String bearer = request.getHeader("Authorization");
        if (key == null && bearer != null && bearer.regionMatches(true, 0, "Bearer ", 0, 7)) {
            key = bearer.substring(7);
        }
        return Optional.ofNullable(key).map(String::strip).filter(text -> !text.isEmpty());
    }
}
