package io.headstream.access;

import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import java.time.Duration;

/** The cookie that stands for a key: no script reads it, no other site's page sends it. */
final class SessionCookie {
    static final String NAME = "headstream-session";

    private SessionCookie() {}

    static NewCookie of(String secret, Duration length, boolean secure) {
        return new NewCookie.Builder(NAME)
                .value(secret)
                .path("/")
                .maxAge((int) length.toSeconds())
                .httpOnly(true)
                .sameSite(SameSite.STRICT)
                .secure(secure)
                .build();
    }

    static NewCookie none(boolean secure) {
        return of("", Duration.ZERO, secure);
    }
}
