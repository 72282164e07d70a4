package io.headstream.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Follows a job to its end. Ctrl+C cancels the job, not only the waiting for it. */
final class JobWatch {
    private static final long MEBIBYTE = 1 << 20;
    private static final long BETWEEN_LINES = 5_000_000_000L;

    private final Server server;
    private final String task;
    private final boolean bytes;
    private long lastLine = System.nanoTime();

    /**
     * @param task what it is called beside the bar
     * @param bytes whether its steps are bytes
     */
    JobWatch(Server server, String task, boolean bytes) {
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
    JsonNode toEnd(JsonNode job, PrintWriter lines) {
        String path = "/api/jobs/" + job.path("id").asText();
        Thread cancel = new Thread(() -> server.delete(path), "cancel");
        Runtime.getRuntime().addShutdownHook(cancel);
        JsonNode last;
        try {
            last = System.console() == null ? follow(path, state -> line(state, lines)) : withBar(path);
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

    private JsonNode withBar(String path) {
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
            return follow(path, state -> {
                bar.maxHint(state.path("total").asLong());
                bar.stepTo(state.path("done").asLong());
                bar.setExtraMessage(" " + state.path("stage").asText());
            });
        }
    }

    private JsonNode follow(String path, Consumer<JsonNode> show) {
        return server.follow(path + "/events", state -> {
            show.accept(state);
            return List.of("done", "failed", "cancelled")
                    .contains(state.path("state").asText());
        });
    }

    private void line(JsonNode state, PrintWriter lines) {
        long total = state.path("total").asLong();
        if (total > 0 && System.nanoTime() - lastLine > BETWEEN_LINES) {
            lastLine = System.nanoTime();
            long done = state.path("done").asLong();
            long unit = bytes ? MEBIBYTE : 1;
            lines.printf(
                    "%s: %s, %d%%, %d of %d%s%n",
                    task,
                    state.path("stage").asText(),
                    100 * done / total,
                    done / unit,
                    total / unit,
                    bytes ? " MiB" : "");
            lines.flush();
        }
    }
}
