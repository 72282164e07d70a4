package io.headstream.access;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** All that is logged from its opening on, until it is closed. */
public final class LogLines implements AutoCloseable {
    private static final Logger ROOT = Logger.getLogger("");

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line.getLevel() + " " + line.getMessage() + " " + line.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    public LogLines() {
        ROOT.addHandler(listener);
    }

    /** What was logged so far, with a last line of its own, which shows that it listens. */
    public String text() {
        ROOT.warning("the listener listens");
        return lines.stream().collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        ROOT.removeHandler(listener);
    }
}
