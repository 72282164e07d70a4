package io.headstream.access.guard;

import io.headstream.access.site.OwnSite;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.regex.Pattern;

/**
 * What is served to everyone: whether the server is well, the page's files, which are the same for all, and signing in. It is written as it is
 * asked for, without a percent sign, parameter or dot segment: any other spelling of these paths is not on the list, and so not open.
 */
public final class OpenPaths {
    private static final Pattern FILES = Pattern.compile(
            "/|/index\\.html|/favicon\\.svg|/trace\\.schema\\.json|/embed/trace/[A-Za-z0-9-]+"
                    + "|/assets/[A-Za-z0-9_-][A-Za-z0-9._-]*|/browser-files/[a-z]+\\.[a-z]+|/q/health(/live|/ready|/started)?");
    // what a browser asks before it loads these into a page of another origin
    private static final Pattern ASKED_BEFORE = Pattern.compile("/browser-files/(headstream\\.grass|guide\\.html)");
    private static final String SESSION = "/api/session";

    private OpenPaths() {}

    public static boolean isOpen(HttpServerRequest request) {
        String path = String.valueOf(request.path());
        if (request.method() == HttpMethod.OPTIONS) {
            return ASKED_BEFORE.matcher(path).matches();
        }
        return path.equals(SESSION)
                ? request.method() == HttpMethod.POST
                : OwnSite.isReading(request) && FILES.matcher(path).matches();
    }
}
