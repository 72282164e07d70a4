package io.headstream.access.keys;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the server listens. Others than this machine are served only where a key is asked for. */
@ApplicationScoped
public class ListeningAddress {
    private static final int WRONG_SETTINGS = 2;

    private final String host;

    public ListeningAddress(@ConfigProperty(name = "quarkus.http.host") String host) {
        this.host = host.strip();
    }

    // before anything else, and before the server listens
    void refuse(@Observes @Priority(1) StartupEvent event, Keys keys) {
        if (keys.none() && !isLoopback()) {
            String refusal = "headstream: " + refusal(host);
            System.err.println(refusal);
            Quarkus.asyncExit(WRONG_SETTINGS); // what follows only keeps the rest from starting
            throw new PreventFurtherStepsException(refusal, WRONG_SETTINGS);
        }
    }

    boolean isLoopback() {
        return isLoopback(host);
    }

    /** Whether only this machine reaches a server that listens there. */
    public static boolean isLoopback(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress)
                    && !host.isBlank();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Why a server without a key does not listen there. */
    public static String refusal(String host) {
        return "listening on " + host + " would serve other machines, without asking for a key. Set HEADSTREAM_API_KEY"
                + " to a long random text (such as: openssl rand -base64 32), or listen on this machine only (leave out"
                + " HEADSTREAM_HOST)";
    }
}
