package io.headstream.standalone;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says where everything is once it is up, and opens the page where there is a desktop. */
@ApplicationScoped
public class Welcome {
    private static @Nullable Settings settings;
    private static boolean open;

    /** What to say when the services are up; without it (in tests) nothing is said. */
    static void announce(Settings toAnnounce, boolean openPage) {
        settings = toAnnounce;
        open = openPage;
    }

    void up(@Observes @jakarta.annotation.Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent event) {
        Settings known = settings;
        if (known == null) {
            return;
        }
        String page = "http://localhost:" + known.port();
        String database = known.neo4jUri()
                .map(uri -> "the server at " + uri)
                .orElse("bolt://localhost:" + known.boltPort()
                        + " (this machine only; user and password: ./headstream bolt --env), data in " + known.data());
        System.out.printf(
                "%nHeadstream is up.%n  page      %s%n  API       %s/q/swagger-ui, %s/q/openapi%n  Neo4j     %s%nStop with Ctrl+C.%n%n",
                page, page, page, database);
        if (open) {
            openPage(page);
        }
    }

    private static void openPage(String page) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        boolean mac = system.contains("mac");
        boolean desktop = mac || System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
        if (desktop) {
            try {
                new ProcessBuilder(List.of(mac ? "open" : "xdg-open", page)).start();
            } catch (IOException e) {
                // no opener on this desktop: the address is on the screen
            }
        }
    }
}
