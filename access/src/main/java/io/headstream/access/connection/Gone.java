package io.headstream.access.connection;

import io.headstream.access.caller.Caller;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** A call whose caller has gone before its turn came is not begun: those who open and reset streams by the thousand would hold up the others. */
public class Gone {
    private final Caller caller;

    public Gone(Caller caller) {
        this.caller = caller;
    }

    @ServerRequestFilter
    public void filter() {
        caller.requireThere();
    }
}
