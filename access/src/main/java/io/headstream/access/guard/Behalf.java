package io.headstream.access.guard;

import io.headstream.access.caller.Caller;
import io.headstream.access.caller.Identities;
import io.headstream.access.caller.Role;
import io.headstream.access.keys.Key;
import io.headstream.access.keys.Keys;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * On whose behalf api asks ingest in a process of its own. It says so in headers beside HEADSTREAM_API_KEY, which both have; they are heeded with
 * that key alone, and make a role smaller, never greater.
 */
@ApplicationScoped
public class Behalf {
    private static final String CALLER = "X-Headstream-Caller";
    private static final String ROLE = "X-Headstream-Role";
    // api has looked at them, and they speak of api's own address
    private static final List<String> KEPT_BACK =
            List.of("Cookie", "Authorization", GivenKey.HEADER, CALLER, ROLE, "Origin", "Referer", "Sec-Fetch-Site");

    private final Optional<String> key;

    public Behalf(@ConfigProperty(name = "headstream.api-key") Optional<String> key) {
        this.key = key.map(String::strip).filter(text -> !text.isEmpty());
    }

    /** Makes a request's headers those that ingest is sent. */
    public void put(RoutingContext context, MultiMap headers) {
        KEPT_BACK.forEach(headers::remove);
        key.ifPresent(secret -> {
            headers.set(GivenKey.HEADER, secret);
            headers.set(CALLER, Caller.name(context));
            Role role = Identities.of(context).map(Identities::role).orElse(Role.READ);
            headers.set(ROLE, role.roleName());
        });
    }

    /** Who sends a request with a key; empty where it names somebody, and not as it should. */
    static Optional<SecurityIdentity> of(HttpServerRequest request, Key key) {
        String caller = request.getHeader(CALLER);
        String role = request.getHeader(ROLE);
        if (!key.name().equals(Keys.FROM_SETTING) || caller == null && role == null) {
            return Optional.of(Identities.of(key.name(), key.role()));
        }
        return caller == null || role == null || caller.isBlank()
                ? Optional.empty()
                : Role.named(role).map(named -> Identities.of(caller, named));
    }
}
