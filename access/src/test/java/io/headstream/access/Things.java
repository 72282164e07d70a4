package io.headstream.access;

import io.headstream.access.caller.Caller;
import io.headstream.access.caller.Role;
import io.headstream.access.guard.Admission;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.vertx.ext.web.Router;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Something to be let in to: each role's, one that says nothing of roles, and a route that is no resource. */
@Path("/api/things")
@Produces("text/plain")
public class Things {
    /** How many slow answers were begun. */
    public static final AtomicInteger SLOW = new AtomicInteger();

    @Inject
    Caller caller;

    void register(@Observes Router router, Admission admission) {
        router.get("/route").handler(context -> admission.admit(context, Role.ADMIN, () -> context.end("route")));
    }

    @GET
    @RolesAllowed("read")
    public String read() {
        return caller.name();
    }

    @POST
    @RolesAllowed("trace")
    public String trace() {
        return caller.name();
    }

    /** Reads a body as it comes in. */
    @POST
    @Path("/read")
    @Consumes("application/json")
    @RolesAllowed("trace")
    @Blocking
    public int read(List<Integer> body) {
        return body.size();
    }

    /** Longer than a connection may be silent in the tests. */
    @GET
    @Path("/slow")
    @RolesAllowed("read")
    @Blocking
    public String slow() throws InterruptedException {
        SLOW.incrementAndGet();
        Thread.sleep(2500);
        return "slow";
    }

    @GET
    @Path("/events")
    @RolesAllowed("read")
    @Produces("text/event-stream")
    public Multi<String> events() {
        return Multi.createFrom()
                .ticks()
                .startingAfter(Duration.ofMillis(2500))
                .every(Duration.ofMillis(2500))
                .map(tick -> "tick");
    }

    @GET
    @Path("/silent")
    public String silent() {
        return "silent";
    }
}
