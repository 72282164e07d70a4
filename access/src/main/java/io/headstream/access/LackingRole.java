package io.headstream.access;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/** What a resource answers to one whose key does not allow it. */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class LackingRole implements ExceptionMapper<ForbiddenException> {
    private final CurrentVertxRequest request;

    public LackingRole(CurrentVertxRequest request) {
        this.request = request;
    }

    @Override
    public Response toResponse(ForbiddenException refused) {
        RoutingContext context = request.getCurrent();
        Optional<SecurityIdentity> who = Identities.of(context);
        if (who.isEmpty()) {
            return RefusalResponse.of(Refusal.of(context));
        }
        Role role = Identities.role(who.get());
        Role next = role == Role.READ ? Role.TRACE : Role.ADMIN;
        return RefusalResponse.of(
                Refusal.lacking(who.get().getPrincipal().getName(), role.roleName(), next.andAbove()));
    }
}
