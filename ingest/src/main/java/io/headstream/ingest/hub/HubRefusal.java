package io.headstream.ingest.hub;

import io.headstream.tracer.error.TraceException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a status of the hub's means, and what to do about it. */
final class HubRefusal {
    private static final Pattern RESET = Pattern.compile("\"\\w+\"\\s*;\\s*r\\s*=\\s*\\d+\\s*;\\s*t\\s*=\\s*(\\d+)");

    private HubRefusal() {}

    static boolean isRefused(HubHttp.Answer answer) {
        return answer.status() >= 300 && answer.status() != 416;
    }

    /** Whether the same request may well be answered a little later. A signed address at a store of files runs out, the hub gives new ones. */
    static boolean isTransient(HubHttp.Answer answer) {
        int status = answer.status();
        return status == 408 || status == 429 || status >= 500 || !answer.fromHub();
    }

    /** How long the hub asks to wait, in seconds. */
    static OptionalLong retryAfter(HubHttp.Answer answer) {
        Optional<String> seconds = answer.header("Retry-After")
                .filter(v -> v.matches("\\d{1,6}"))
                .or(() -> answer.header("RateLimit")
                        .map(RESET::matcher)
                        .filter(Matcher::find)
                        .map(m -> m.group(1)));
        return seconds.map(s -> OptionalLong.of(Long.parseLong(s))).orElse(OptionalLong.empty());
    }

    static TraceException of(HubSettings settings, HubId id, String what, HubHttp.Answer answer) {
        String hub = settings.endpoint();
        String page = hub + "/" + id.repository();
        String token = answer.tokenSent()
                ? "a token was sent: it may have expired, or not be allowed to read this model"
                : "no token was sent";
        String code = answer.header("X-Error-Code").orElse("");
        return new TraceException(
                switch (answer.status()) {
                    case 401, 403 -> {
                        String gated = code.equals("GatedRepo")
                                ? "'" + id + "' is gated"
                                : "'" + id + "' is gated or private, or its name is misspelt";
                        yield gated + " (the hub answers " + answer.status() + "). Open " + page
                                + ", accept its terms if it has any, and set HF_TOKEN to a token that may read it; "
                                + token;
                    }
                    case 404 ->
                        switch (code) {
                            case "RevisionNotFound" ->
                                "'" + id.repository() + "' has no revision '" + id.revision() + "'; " + page
                                        + "/tree/main lists its branches and tags";
                            case "EntryNotFound" -> what + " of '" + id + "' is not on the hub (any more); pull again";
                            default ->
                                "there is no model '" + id + "' at " + hub
                                        + ", and no such folder here; is its name or its revision misspelt?";
                        };
                    case 429 ->
                        "the hub at " + hub + " answers 429: too many requests. Wait "
                                + (retryAfter(answer).isPresent()
                                        ? retryAfter(answer).getAsLong() + " seconds"
                                        : "some minutes")
                                + " and pull again, which goes on where it stopped; a token in HF_TOKEN raises the limit ("
                                + token + ")";
                    default ->
                        (answer.fromHub() ? "the hub at " + hub : "the store that the hub at " + hub + " redirects to")
                                + " answers " + answer.status() + " for " + what + " of '" + id
                                + "'. Pull again later, which goes on where it stopped, or set HF_ENDPOINT to a mirror";
                });
    }

    /** Where no answer came, or it broke off, again and again. */
    static TraceException unreachable(HubSettings settings, HubId id, String what, Exception cause) {
        String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new TraceException(
                "the hub at " + settings.endpoint() + " cannot be reached for " + what + " of '" + id + "': " + why
                        + ". Pull again, which goes on where it stopped; HF_ENDPOINT names another hub, and HF_HUB_OFFLINE=1 "
                        + "keeps to what is in " + settings.cache(),
                cause);
    }
}
