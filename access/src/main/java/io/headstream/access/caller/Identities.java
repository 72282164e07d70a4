package io.headstream.access.caller;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/** A caller as Quarkus knows one. */
public final class Identities {
    private Identities() {}

    public static SecurityIdentity of(String name, Role role) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(name))
                .addRoles(role.included())
                .build();
    }

    /** Who was let in with a request; empty where nobody was. */
    public static Optional<SecurityIdentity> of(RoutingContext context) {
        return context.user() instanceof QuarkusHttpUser user
                        && !user.getSecurityIdentity().isAnonymous()
                ? Optional.of(user.getSecurityIdentity())
                : Optional.empty();
    }

    /** The highest role of one who was let in. */
    public static Role role(SecurityIdentity identity) {
        return Arrays.stream(Role.values())
                .filter(role -> identity.hasRole(role.roleName()))
                .max(Comparator.naturalOrder())
                .orElse(Role.READ);
    }
}
