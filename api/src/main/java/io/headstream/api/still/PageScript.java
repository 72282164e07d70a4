package io.headstream.api.still;

import io.headstream.api.graph.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.ScriptableObject;

/**
 * The page's script, interpreted by Rhino. It is read when the first picture is asked for, and makes one picture at a time, as what it has of React keeps in variables what it is
 * drawing. It gets a text and gives one: of Java it sees nothing.
 */
@ApplicationScoped
public class PageScript {
    private static final String SCRIPT = "/headstream/page/still.js";

    /** Of the processor's time for one picture, which takes a second or two of it; and of waiting for those before it. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final ReentrantLock drawing = new ReentrantLock(true);
    private final Limited engine = new Limited();
    private @Nullable ScriptableObject page;

    /** SVG of what is asked, as `ui/src/still/storySvg.tsx` takes it, in JSON. Fails with status 503 where others are drawn for too long. */
    String storySvg(String asked) {
        try {
            if (!drawing.tryLock(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                throw Problems.of(Status.SERVICE_UNAVAILABLE, "other pictures are being drawn; try again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problems.of(Status.SERVICE_UNAVAILABLE, "the server is stopping; try again");
        }
        try {
            engine.allow(LONGEST);
            return engine.call(context -> {
                ScriptableObject scope = loaded(context);
                ScriptableObject exported = (ScriptableObject) scope.get("headstream", scope);
                Function storySvg = (Function) exported.get("storySvg", exported);
                return Context.toString(storySvg.call(context, scope, exported, new Object[] {asked}));
            });
        } catch (TooLong e) {
            page = null; // it was left in the middle of something
            throw Problems.of(
                    Status.SERVICE_UNAVAILABLE,
                    "the picture took more than " + LONGEST.toSeconds() + " s of the processor's time");
        } finally {
            drawing.unlock();
        }
    }

    private ScriptableObject loaded(Context context) {
        ScriptableObject known = page;
        if (known != null) {
            return known;
        }
        ScriptableObject scope = context.initSafeStandardObjects();
        context.evaluateString(scope, text(), SCRIPT, 1, null);
        page = scope;
        return scope;
    }

    private static String text() {
        try (InputStream script = PageScript.class.getResourceAsStream(SCRIPT)) {
            if (script == null) {
                throw new IllegalStateException(SCRIPT + " is missing: ui/ makes it when it is built");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
