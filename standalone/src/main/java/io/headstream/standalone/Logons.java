package io.headstream.standalone;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.concurrent.CompletableFuture;

/** The embedded database opens, and its accounts are made ready, while Quarkus starts; nothing that connects begins before they are. */
@ApplicationScoped
public class Logons {
    private static volatile CompletableFuture<Void> ready = CompletableFuture.allOf();

    /** What is waited for. */
    static void readyAfter(CompletableFuture<Void> work) {
        ready = work;
    }

    /** Whether it has come to nothing. */
    static boolean haveFailed() {
        return ready.isCompletedExceptionally();
    }

    void await(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        ready.join();
    }
}
