package io.headstream.access.guard;

import io.headstream.access.caller.Role;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Nothing is answered but to one who was let in, whatever its path and however that is written, but for what is on the short list of what is
 * open. What more than reading a call needs is said beside it, by {@code @RolesAllowed} on its resource or {@link Admission} on its route.
 */
@ApplicationScoped
public class Guard implements HttpSecurityPolicy {

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext context, Uni<SecurityIdentity> identity, AuthorizationRequestContext requestContext) {
        if (OpenPaths.isOpen(context.request())) {
            return CheckResult.permit();
        }
        return identity.map(who -> who.hasRole(Role.READ.roleName()) ? CheckResult.PERMIT : CheckResult.DENY);
    }
}
