package io.headstream.access.site;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** An origin as browsers name it: where a page came from. */
record Site(String scheme, String host, int port) {

    /** Empty for what is no origin, "null" among it. */
    static Optional<Site> parse(String origin) {
        try {
            URI uri = URI.create(origin.strip());
            if (uri.getScheme() == null
                    || uri.getHost() == null
                    || !uri.getRawPath().isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(of(uri.getScheme(), uri.getHost(), uri.getPort()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What a request was sent to: HTTP/1.1's Host, HTTP/2's :authority. */
    static Optional<Site> of(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        return authority == null
                ? Optional.empty()
                : Optional.of(of(String.valueOf(request.scheme()), authority.host(), authority.port()));
    }

    private static Site of(String scheme, String host, int port) {
        String lower = scheme.toLowerCase(Locale.ROOT);
        // an address of IPv6 has brackets in the one, and may have none in the other
        String name = host.toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "");
        return new Site(lower, name, port > 0 ? port : lower.equals("https") ? 443 : 80);
    }

    @Override
    public String toString() {
        return scheme + "://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
