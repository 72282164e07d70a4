package io.headstream.access.session;

import io.headstream.access.caller.Caller;
import io.headstream.access.caller.Identities;
import io.headstream.access.caller.Role;
import io.headstream.access.keys.Guesses;
import io.headstream.access.keys.Key;
import io.headstream.access.keys.Keys;
import io.headstream.access.refusal.Refusal;
import io.headstream.access.refusal.RefusalResponse;
import io.headstream.access.site.OwnSite;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Signing in and out, for the page: its events and downloads can send no header, so a key is exchanged for a cookie, once. */
@Path("/api/session")
@Tag(name = "Access")
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
public class SessionResource {
    private final Keys keys;
    private final Sessions sessions;
    private final Guesses guesses;
    private final OwnSite site;
    private final CurrentVertxRequest current;

    public SessionResource(Keys keys, Sessions sessions, Guesses guesses, OwnSite site, CurrentVertxRequest current) {
        this.current = current;
        this.keys = keys;
        this.sessions = sessions;
        this.guesses = guesses;
        this.site = site;
    }

    /** What signs in. */
    public record SignIn(@Nullable String key) {}

    /**
     * Who is served.
     *
     * @param name the key's name, or an address where there are no keys
     * @param keyed whether keys are asked for
     */
    @Schema(name = "Session")
    public record SessionView(String name, String role, boolean keyed) {}

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "signIn", summary = "Exchange a key for a session's cookie")
    @APIResponse(
            responseCode = "200",
            description = "Who was let in; the cookie says so from now on",
            content = @Content(schema = @Schema(implementation = SessionView.class)))
    @APIResponse(responseCode = "401", description = "The key is not known")
    @APIResponse(
            responseCode = "429",
            description = "Several wrong keys came from this address; Retry-After says when it may try again")
    public Response signIn(@Nullable SignIn given) {
        RoutingContext context = current.getCurrent();
        HttpServerRequest request = context.request();
        if (site.isForeign(request) || keys.none() && !site.isHostOwn(request)) {
            return RefusalResponse.of(Refusal.forbidden("sign in on Headstream's own page"));
        }
        if (keys.none()) {
            return Response.ok(new SessionView(Caller.address(context), Role.ADMIN.roleName(), false))
                    .build();
        }
        String address = Caller.address(context);
        long wait = guesses.wait(address);
        if (wait > 0) {
            return RefusalResponse.of(Refusal.tooManyGuesses(wait));
        }
        Optional<Key> key =
                Optional.ofNullable(given).map(SignIn::key).map(String::strip).flatMap(keys::of);
        if (key.isEmpty()) {
            guesses.wrong(address);
            return RefusalResponse.of(Refusal.unauthorized("that key is not known here, or was revoked"));
        }
        return begin(key.get(), request.isSSL() || "https".equals(request.scheme()));
    }

    private Response begin(Key key, boolean secure) {
        return Response.ok(new SessionView(key.name(), key.role().roleName(), true))
                .cookie(SessionCookie.of(sessions.begin(key), sessions.length(), secure))
                .header("Cache-Control", "no-store")
                .build();
    }

    @GET
    @RolesAllowed("read")
    @Operation(operationId = "getSession", summary = "Who is served, and what they may do")
    @APIResponse(
            responseCode = "200",
            description = "The caller",
            content = @Content(schema = @Schema(implementation = SessionView.class)))
    public SessionView get() {
        RoutingContext context = current.getCurrent();
        Role role = Identities.of(context).map(Identities::role).orElse(Role.READ);
        return new SessionView(Caller.name(context), role.roleName(), !keys.none());
    }

    @DELETE
    @RolesAllowed("read")
    @Operation(operationId = "signOut", summary = "End the session")
    @APIResponse(responseCode = "204", description = "It has ended")
    public Response signOut() {
        HttpServerRequest request = current.getCurrent().request();
        Optional.ofNullable(request.getCookie(SessionCookie.NAME))
                .map(Cookie::getValue)
                .ifPresent(sessions::end);
        return Response.noContent()
                .cookie(SessionCookie.none(request.isSSL() || "https".equals(request.scheme())))
                .build();
    }
}
