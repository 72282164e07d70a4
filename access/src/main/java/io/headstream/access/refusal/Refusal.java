package io.headstream.access.refusal;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/**
 * Why a request is not let in.
 *
 * @param retryAfter seconds, or 0 where waiting does not help
 */
public record Refusal(int status, String title, String detail, long retryAfter) {
    private static final String KEY = Refusal.class.getName();
    private static final Refusal NO_KEY = unauthorized(
            "give a key in the header X-API-Key (in HEADSTREAM_API_KEY for the command line and Python), or"
                    + " sign in on the page; who has an admin's key makes keys");

    public static Refusal unauthorized(String detail) {
        return new Refusal(401, "Unauthorized", detail, 0);
    }

    public static Refusal forbidden(String detail) {
        return new Refusal(403, "Forbidden", detail, 0);
    }

    public static Refusal lacking(String name, String role, String needed) {
        return forbidden("the key '" + name + "' has the role " + role + "; this needs " + needed
                + ": ask who has an admin's key for one");
    }

    public static Refusal tooManyGuesses(long seconds) {
        return new Refusal(
                429,
                "Too Many Requests",
                "several wrong keys came from this address; try again in " + seconds + " s",
                seconds);
    }

    public static Refusal tooManyWaiting(int waiting) {
        return new Refusal(
                429, "Too Many Requests", waiting + " requests of yours wait for their turn already; send fewer", 1);
    }

    public static Refusal tooLarge(long bytes, long most) {
        return new Refusal(
                413,
                "Request Entity Too Large",
                "the body has " + bytes + " bytes; it may have " + most + ": give less at a time",
                0);
    }

    public static Refusal unavailable(String detail) {
        return new Refusal(503, "Service Unavailable", detail, 0);
    }

    /** What a request is refused with, should it need more than it has. */
    public void keepFor(RoutingContext context) {
        context.put(KEY, this);
    }

    /** What was kept for a request; that it has no key, where nothing was. */
    public static Refusal of(RoutingContext context) {
        Refusal kept = context.get(KEY);
        return kept == null ? NO_KEY : kept;
    }

    /** Answers with it. */
    public void send(RoutingContext context) {
        HttpServerResponse response = context.response();
        response.setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json");
        if (status == 401) {
            response.putHeader("WWW-Authenticate", "Bearer realm=\"headstream\"");
        }
        if (retryAfter > 0) {
            response.putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(retryAfter));
        }
        response.end(new JsonObject()
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .encode());
    }
}
