package io.headstream.access.guard;

import io.headstream.access.caller.Caller;
import io.headstream.access.caller.Identities;
import io.headstream.access.caller.Role;
import io.headstream.access.keys.Guesses;
import io.headstream.access.keys.Key;
import io.headstream.access.keys.Keys;
import io.headstream.access.keys.ListeningAddress;
import io.headstream.access.refusal.Refusal;
import io.headstream.access.session.SessionCookie;
import io.headstream.access.session.Sessions;
import io.headstream.access.site.OwnSite;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/**
 * Who sends a request: a key's holder by the header X-API-Key or Authorization: Bearer, or by the cookie of a session; where there are no keys,
 * whoever is on this machine, unless a page of another site sent it.
 */
@ApplicationScoped
public class KeyMechanism implements HttpAuthenticationMechanism {
    private final Keys keys;
    private final Sessions sessions;
    private final Guesses guesses;
    private final OwnSite site;

    public KeyMechanism(Keys keys, Sessions sessions, Guesses guesses, OwnSite site) {
        this.keys = keys;
        this.sessions = sessions;
        this.guesses = guesses;
        this.site = site;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager manager) {
        Optional<SecurityIdentity> identity = identify(context);
        return identity.isPresent()
                ? Uni.createFrom().item(identity.get())
                : Uni.createFrom().nullItem();
    }

    private Optional<SecurityIdentity> identify(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (keys.none()) {
            return onThisMachine(context);
        }
        Optional<String> secret = GivenKey.of(request);
        if (secret.isPresent()) {
            return byKey(context, secret.get());
        }
        Cookie cookie = request.getCookie(SessionCookie.NAME);
        return cookie == null ? Optional.empty() : bySession(context, cookie.getValue());
    }

    private Optional<SecurityIdentity> onThisMachine(RoutingContext context) {
        HttpServerRequest request = context.request();
        SocketAddress from = request.remoteAddress();
        if (from == null
                || !ListeningAddress.isLoopback(String.valueOf(from.hostAddress()))
                || !site.isHostOwn(request)) {
            return refuse(
                    context,
                    Refusal.forbidden(
                            "without a key only this machine is served, as localhost; set HEADSTREAM_API_KEY to serve"
                                    + " others, or HEADSTREAM_ALLOWED_HOSTS to name hosts that are yours"));
        }
        if (site.isForeign(request)) {
            return refuse(context, foreign());
        }
        return Optional.of(Identities.of(from.hostAddress(), Role.ADMIN));
    }

    private Optional<SecurityIdentity> byKey(RoutingContext context, String secret) {
        String address = Caller.address(context);
        long wait = guesses.wait(address);
        if (wait > 0) {
            return refuse(context, Refusal.tooManyGuesses(wait));
        }
        Optional<Key> key = keys.of(secret);
        if (key.isEmpty()) {
            guesses.wrong(address);
            return refuse(context, Refusal.unauthorized("that key is not known here, or was revoked"));
        }
        return Behalf.of(context.request(), key.get())
                .or(() -> refuse(context, Refusal.forbidden("the headers that name a caller are not sound")));
    }

    private Optional<SecurityIdentity> bySession(RoutingContext context, String secret) {
        HttpServerRequest request = context.request();
        Optional<Key> key = sessions.of(secret);
        if (key.isEmpty()) {
            return refuse(context, Refusal.unauthorized("the session has ended; sign in again"));
        }
        if (site.isForeign(request)) {
            return refuse(context, foreign());
        }
        if (!OwnSite.isReading(request) && !site.isSaidToBeOwn(request)) {
            return refuse(
                    context,
                    Refusal.forbidden(
                            "with a session's cookie, what changes something must name its Origin, as browsers"
                                    + " do; a program gives its key in the header X-API-Key"));
        }
        return Optional.of(Identities.of(key.get().name(), key.get().role()));
    }

    private static Refusal foreign() {
        return Refusal.forbidden("a page of another origin sent this; open Headstream's own page, or name the origin in"
                + " HEADSTREAM_ALLOWED_ORIGINS. A program needs no Origin; to serve others, set HEADSTREAM_API_KEY");
    }

    private static Optional<SecurityIdentity> refuse(RoutingContext context, Refusal refusal) {
        refusal.keepFor(context);
        return Optional.empty();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(Refusal.of(context).status()));
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        Refusal.of(context).send(context);
        return Uni.createFrom().item(true);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }
}
