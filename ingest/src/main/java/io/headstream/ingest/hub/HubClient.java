package io.headstream.ingest.hub;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What the hub is asked: the files of a revision, and a file's bytes. Tried again where that may help. */
final class HubClient {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HubSettings settings;
    private final HubHttp http;

    HubClient(HubSettings settings) {
        this.settings = settings;
        this.http = new HubHttp(settings);
    }

    /** A request and what is made of its answer. */
    interface Exchange<T> {
        /** @throws IOException where the answer broke off, so that another attempt is due */
        T run(HubHttp http) throws IOException, InterruptedException;
    }

    /** An answer that is a refusal. */
    static final class RefusedException extends IOException {
        private final transient HubHttp.Answer answer;

        RefusedException(HubHttp.Answer answer) {
            super("status " + answer.status());
            this.answer = answer;
        }
    }

    /** The files of a revision. */
    HubListing list(HubId id, PullObserver observer) throws InterruptedException {
        String path = "/api/models/" + id.repository() + "/revision/" + encode(id.revision()) + "?blobs=true";
        return attempt(id, "the list of files", new Patience(observer), hub -> {
            try (HubHttp.Answer answer = accepted(hub.get(path, Map.of()))) {
                return HubListing.read(id, JSON.readTree(answer.body().all()));
            }
        });
    }

    /** A file's etag and size, for hubs whose list does not have them. */
    HubFile describe(HubId id, String commit, String file, PullObserver observer) throws InterruptedException {
        return attempt(id, file, new Patience(observer), hub -> {
            try (HubHttp.Answer answer = hub.head(resolve(id, commit, file))) {
                if (HubRefusal.isRefused(answer) && answer.header("Location").isEmpty()) {
                    throw new RefusedException(answer);
                }
                OptionalLong size = number(answer.header("X-Linked-Size").or(() -> answer.header("Content-Length")
                        .filter(l -> answer.header("Location").isEmpty())));
                return new HubFile(file, etag(answer).orElse(""), size.orElse(-1));
            }
        });
    }

    /** Tries until it is done, or there is no use in trying. */
    <T> T attempt(HubId id, String what, Patience patience, Exchange<T> exchange) throws InterruptedException {
        while (true) {
            try {
                return exchange.run(http);
            } catch (RefusedException e) {
                if (!HubRefusal.isTransient(e.answer) || !patience.waitAfterFailure(HubRefusal.retryAfter(e.answer))) {
                    throw HubRefusal.of(settings, id, what, e.answer);
                }
            } catch (IOException e) {
                if (Thread.interrupted()) {
                    throw (InterruptedException) new InterruptedException().initCause(e);
                }
                if (!patience.waitAfterFailure(OptionalLong.empty())) {
                    throw HubRefusal.unreachable(settings, id, what, e);
                }
            }
        }
    }

    static HubHttp.Answer accepted(HubHttp.Answer answer) throws IOException {
        if (HubRefusal.isRefused(answer)) {
            answer.close();
            throw new RefusedException(answer);
        }
        return answer;
    }

    static String resolve(HubId id, String commit, String file) {
        return "/" + id.repository() + "/resolve/" + commit + "/" + encode(file);
    }

    /** What the hub says the file is, whichever way it says so. */
    static Optional<String> etag(HubHttp.Answer answer) {
        return answer.hub()
                .firstValue("X-Linked-Etag")
                .or(() -> answer.hub().firstValue("ETag").filter(e -> answer.fromHub()))
                .map(e -> e.replaceFirst("^W/", "").replace("\"", ""));
    }

    private static OptionalLong number(Optional<String> text) {
        return text.filter(t -> t.matches("\\d{1,18}"))
                .map(t -> OptionalLong.of(Long.parseLong(t)))
                .orElse(OptionalLong.empty());
    }

    private static String encode(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
