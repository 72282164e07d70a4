package io.headstream.access.guard;

import io.headstream.access.caller.Identities;
import io.headstream.access.caller.Role;
import io.headstream.access.refusal.FirstSay;
import io.headstream.access.refusal.Refusal;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What a resource answers to one whose key does not allow it. */
@ApplicationScoped
public class LackingRole implements FirstSay {
    private final CurrentVertxRequest request;

    public LackingRole(CurrentVertxRequest request) {
        this.request = request;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        if (!(context.cause instanceof ForbiddenException)) {
            return problem;
        }
        String detail = refusal(request.getCurrent()).detail();
        return HttpProblem.builder(problem).withDetail(detail).build();
    }

    private static Refusal refusal(RoutingContext context) {
        Optional<SecurityIdentity> who = Identities.of(context);
        if (who.isEmpty()) {
            return Refusal.of(context);
        }
        Role role = Identities.role(who.get());
        Role next = role == Role.READ ? Role.TRACE : Role.ADMIN;
        return Refusal.lacking(who.get().getPrincipal().getName(), role.roleName(), next.andAbove());
    }
}
