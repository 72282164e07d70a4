package io.headstream.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Follows a job to its end. Ctrl+C cancels the job, not only the waiting for it. */
public final class JobWatch {
    private static final long MEBIBYTE = 1 << 20;
    private static final long BETWEEN_LINES = 5_000_000_000L;
    private static final long PATIENCE = 600_000_000_000L;
    private static final Set<String> ENDED = Set.of("done", "failed", "cancelled");

    private final ApiClient server;
    private final String task;
    private final boolean bytes;
    private long lastLine = System.nanoTime();

    /**
     * @param task what it is called beside the bar
     * @param bytes whether its steps are bytes
     */
    public JobWatch(ApiClient server, String task, boolean bytes) {
        this.server = server;
        this.task = task;
        this.bytes = bytes;
    }

    /**
     * Shows a job's progress: a bar on a terminal, otherwise a line every few seconds.
     *
     * @param lines where lines go
     * @return the job's last state
     * @throws CommandFailure where the job failed or was cancelled
     */
    public JsonNode toEnd(JsonNode job, PrintWriter lines) {
        String path = "/api/jobs/" + job.path("id").asText();
        Thread cancel = new Thread(() -> cancel(path, lines), "cancel");
        Runtime.getRuntime().addShutdownHook(cancel);
        JsonNode last;
        try {
            last = System.console() == null ? follow(path, state -> line(state, lines), lines) : withBar(path, lines);
        } finally {
            Runtime.getRuntime().removeShutdownHook(cancel);
        }
        String state = last.path("state").asText();
        if (!state.equals("done")) {
            throw CommandFailure.failed("the job was " + state + ": "
                    + last.path("error").asText(bytes ? "what has come is kept" : "nothing of it is kept"));
        }
        return last;
    }

    private void cancel(String path, PrintWriter lines) {
        try {
            server.delete(path);
        } catch (CommandFailure e) {
            lines.println("the job was not cancelled, and goes on when the server does: " + e.getMessage());
            lines.flush();
        }
    }

    private JsonNode withBar(String path, PrintWriter lines) {
        ProgressBarBuilder builder = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(100)
                .setStyle(ProgressBarStyle.ASCII)
                .hideEta()
                .clearDisplayOnFinish();
        if (bytes) {
            builder.setUnit("MiB", MEBIBYTE)
                    .showSpeed(new DecimalFormat("0.0", DecimalFormatSymbols.getInstance(Locale.ROOT)));
        }
        try (ProgressBar bar = builder.build()) {
            return follow(
                    path,
                    state -> {
                        bar.maxHint(state.path("total").asLong());
                        bar.stepTo(state.path("done").asLong());
                        bar.setExtraMessage(" " + stage(state));
                    },
                    lines);
        }
    }

    // a server that is stopped or breaks down keeps its jobs: it is waited for
    private JsonNode follow(String path, Consumer<JsonNode> show, PrintWriter lines) {
        long[] heard = {System.nanoTime()};
        boolean told = false;
        while (System.nanoTime() - heard[0] < PATIENCE) {
            long before = heard[0];
            Optional<JsonNode> last = look(path, state -> {
                heard[0] = System.nanoTime();
                show.accept(state);
            });
            if (last.isPresent()) {
                return last.get();
            }
            if (!told || heard[0] != before) {
                lines.println("the server has stopped, or cannot be reached; the job goes on when it is back"
                        + " (waiting for it; Ctrl+C gives up)");
                lines.flush();
                told = true;
            }
            ApiClient.sleep(1);
        }
        throw CommandFailure.failed(
                "the server has not come back; the job goes on when it does: " + server.address() + path);
    }

    private Optional<JsonNode> look(String path, Consumer<JsonNode> show) {
        try {
            return server.follow(path + "/events", state -> {
                show.accept(state);
                return ENDED.contains(state.path("state").asText());
            });
        } catch (CommandFailure e) {
            if (e.isUnanswered()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static String stage(JsonNode state) {
        long before = state.path("place").asLong();
        return state.path("stage").asText() + (before == 0 ? "" : ", " + before + " before it");
    }

    private void line(JsonNode state, PrintWriter lines) {
        long total = state.path("total").asLong();
        if (total > 0 && System.nanoTime() - lastLine > BETWEEN_LINES) {
            lastLine = System.nanoTime();
            long done = state.path("done").asLong();
            long unit = bytes ? MEBIBYTE : 1;
            lines.printf(
                    "%s: %s, %d%%, %d of %d%s%n",
                    task, stage(state), 100 * done / total, done / unit, total / unit, bytes ? " MiB" : "");
            lines.flush();
        }
    }
}
