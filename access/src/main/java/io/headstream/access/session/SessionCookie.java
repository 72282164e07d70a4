package io.headstream.access.session;

import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import java.time.Duration;

/** The cookie that stands for a key: no script reads it, no other site's page sends it. */
public final class SessionCookie {
    public static final String NAME = "headstream-session";

    private SessionCookie() {}

    public static NewCookie of(String secret, Duration length, boolean secure) {
        return new NewCookie.Builder(NAME)
                .value(secret)
                .path("/")
                .maxAge((int) length.toSeconds())
                .httpOnly(true)
                .sameSite(SameSite.STRICT)
                .secure(secure)
                .build();
    }

    public static NewCookie none(boolean secure) {
        return of("", Duration.ZERO, secure);
    }
}
