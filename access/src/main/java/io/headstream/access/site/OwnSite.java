package io.headstream.access.site;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether a request comes from this server's own page, or from no page at all. A browser sends requests of any page that its user is led to,
 * with the user's cookies and from the user's machine; it says in Host, Origin and Sec-Fetch-Site where to and from where.
 */
@ApplicationScoped
public class OwnSite {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final Set<String> hosts;
    private final List<Site> origins;

    public OwnSite(
            @ConfigProperty(name = "headstream.allowed-hosts") Optional<List<String>> hosts,
            @ConfigProperty(name = "headstream.allowed-origins") Optional<List<String>> origins) {
        this.hosts = hosts.orElse(List.of()).stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        this.origins = origins.orElse(List.of()).stream()
                .flatMap(origin -> Site.parse(origin.replaceAll("/+$", "")).stream())
                .toList();
    }

    /** Whether it was sent to a name that is this machine's, or was said to be. */
    public boolean isHostOwn(HttpServerRequest request) {
        return Site.of(request)
                .filter(site -> THIS_MACHINE.contains(site.host()) || hosts.contains(site.host()))
                .isPresent();
    }

    /** Whether a page of another origin sent it. */
    public boolean isForeign(HttpServerRequest request) {
        List<String> given = request.headers().getAll("Origin");
        if (!given.isEmpty()) {
            return given.size() > 1
                    || Site.parse(given.get(0))
                            .filter(origin -> isOwn(origin, request))
                            .isEmpty();
        }
        String from = request.getHeader("Sec-Fetch-Site");
        boolean other = from != null && !from.equals("same-origin") && !from.equals("none");
        return other && !isNavigation(request);
    }

    /** Whether a browser said that this server's page sent it. */
    public boolean isSaidToBeOwn(HttpServerRequest request) {
        return !isForeign(request)
                && (request.getHeader("Origin") != null || "same-origin".equals(request.getHeader("Sec-Fetch-Site")));
    }

    public static boolean isReading(HttpServerRequest request) {
        return READING.contains(request.method());
    }

    /** The origins that are named as allowed, as they are written in a policy. */
    public List<String> allowedOrigins() {
        return origins.stream().map(Site::toString).toList();
    }

    private boolean isOwn(Site origin, HttpServerRequest request) {
        return origins.contains(origin)
                || Site.of(request).filter(origin::equals).isPresent();
    }

    // a link that someone follows
    private static boolean isNavigation(HttpServerRequest request) {
        return isReading(request)
                && "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
                && "document".equals(request.getHeader("Sec-Fetch-Dest"));
    }
}
