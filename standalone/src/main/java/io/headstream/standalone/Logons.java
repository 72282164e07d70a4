package io.headstream.standalone;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.concurrent.CompletableFuture;

/** The accounts of the embedded database are made ready while Quarkus starts; nothing that connects begins before they are. */
@ApplicationScoped
public class Logons {
    private static volatile CompletableFuture<Void> ready = CompletableFuture.allOf();

    /** What is waited for. */
    static void readyAfter(CompletableFuture<Void> work) {
        ready = work;
    }

    void await(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        ready.join();
    }
}
