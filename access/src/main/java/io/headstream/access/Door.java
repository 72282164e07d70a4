package io.headstream.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Who may use /api. With a key, whoever has it. Without one the server listens to its own machine only, and turns away pages of other sites
 * that a browser on that machine was led to: their Host or Origin is not this machine's.
 */
@ApplicationScoped
public class Door {
    private static final Set<String> OWN = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int BEFORE_ROUTES = 100;

    private final Optional<String> key;
    private final List<String> hosts;

    public Door(
            @ConfigProperty(name = "headstream.api-key") Optional<String> key,
            @ConfigProperty(name = "headstream.allowed-hosts") Optional<List<String>> hosts) {
        this.key = key.filter(text -> !text.isBlank());
        this.hosts = hosts.orElse(List.of());
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_ROUTES);
    }

    private void check(RoutingContext context) {
        String path = context.normalizedPath();
        if (!path.equals("/api") && !path.startsWith("/api/")) {
            context.next();
        } else {
            check(context, context::next);
        }
    }

    void check(RoutingContext context, Runnable then) {
        if (key.isPresent()) {
            if (hasKey(context, key.get())) {
                then.run();
            } else {
                refuse(
                        context,
                        401,
                        "Unauthorized",
                        "give the server's key (HEADSTREAM_API_KEY) in the header X-API-Key");
            }
        } else if (ownHost(context.request().authority())
                && ownOrigin(context.request().getHeader("Origin"))) {
            then.run();
        } else {
            refuse(
                    context,
                    403,
                    "Forbidden",
                    "without a key only this machine is served, as localhost; set HEADSTREAM_API_KEY to serve others, or"
                            + " HEADSTREAM_ALLOWED_HOSTS to name hosts that are yours");
        }
    }

    private static boolean hasKey(RoutingContext context, String key) {
        String given = context.request().getHeader("X-API-Key");
        String bearer = context.request().getHeader("Authorization");
        if (given == null && bearer != null && bearer.regionMatches(true, 0, "Bearer ", 0, 7)) {
            given = bearer.substring(7).strip();
        }
        return given != null
                && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), key.getBytes(StandardCharsets.UTF_8));
    }

    // HTTP/1.1's Host, HTTP/2's :authority
    private boolean ownHost(@Nullable HostAndPort authority) {
        return authority != null && own(authority.host());
    }

    private boolean ownOrigin(@Nullable String origin) {
        try {
            return origin == null || own(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private boolean own(@Nullable String authority) {
        if (authority == null) {
            return false;
        }
        String host = authority.toLowerCase(Locale.ROOT).replaceAll(":\\d+$", "");
        return OWN.contains(host) || hosts.contains(host);
    }

    private static void refuse(RoutingContext context, int status, String title, String detail) {
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .end(new JsonObject()
                        .put("title", title)
                        .put("status", status)
                        .put("detail", detail)
                        .encode());
    }
}
