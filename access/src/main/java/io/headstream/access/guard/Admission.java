package io.headstream.access.guard;

import io.headstream.access.caller.Identities;
import io.headstream.access.caller.Role;
import io.headstream.access.refusal.Refusal;
import io.headstream.access.site.OwnSite;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Whether a caller may have what is answered by a route of Vert.x, where no resource is that could carry a role. */
@ApplicationScoped
public class Admission {

    /** Runs something where the caller may do it; else answers 401 or 403, as the API does. */
    public void admit(RoutingContext context, Role least, Runnable then) {
        Optional<SecurityIdentity> who = Identities.of(context);
        if (who.isEmpty()) {
            Refusal.of(context).send(context);
        } else if (who.get().hasRole(least.roleName())) {
            then.run();
        } else {
            Refusal.lacking(
                            who.get().getPrincipal().getName(),
                            Identities.role(who.get()).roleName(),
                            least.andAbove())
                    .send(context);
        }
    }

    /** The same for one of ingest's calls: who may look may read, who may trace may do the rest. */
    public void admit(RoutingContext context, Runnable then) {
        admit(context, OwnSite.isReading(context.request()) ? Role.READ : Role.TRACE, then);
    }
}
