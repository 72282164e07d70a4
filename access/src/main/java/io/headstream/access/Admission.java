package io.headstream.access;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Whether a caller may have what is answered by a route of Vert.x, where no resource is that could carry a role. */
@ApplicationScoped
public class Admission {
    private final Door door;

    public Admission(Door door) {
        this.door = door;
    }

    /** Runs something where the caller may do it; else answers 401 or 403, as the API does. */
    public void admit(RoutingContext context, Role least, Runnable then) {
        door.check(context, then);
    }
}
