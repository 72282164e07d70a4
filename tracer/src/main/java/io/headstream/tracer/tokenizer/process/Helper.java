package io.headstream.tracer.tokenizer.process;

import io.headstream.tracer.error.TokenizerRefusal;
import io.headstream.tracer.tokenizer.process.TokenizerProcess.Ask;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A process with a tokenizer, as seen from here. One question at a time. */
public final class Helper implements AutoCloseable {
    private static final int KILLED = 128 + 9;

    private final Process process;
    private final DataOutputStream out;
    private final DataInputStream in;
    private final LastWords lastWords;
    private final Limits limits;

    private Helper(Process process, Limits limits) {
        this.process = process;
        this.limits = limits;
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
        this.lastWords = LastWords.of(process.getErrorStream());
    }

    /** What an answer holds. */
    public interface Answer<T> {
        T read(DataInputStream in) throws IOException;
    }

    public static Helper start(Limits limits) {
        try {
            return new Helper(HelperCommand.start(limits), limits);
        } catch (IOException e) {
            throw TokenizerRefusal.passing(
                    "no process of its own could be started for it (" + e.getMessage() + "); free some memory");
        }
    }

    /** @throws TokenizerRefusal if the process ends, takes more than it may, or says no; it is of no more use where it {@link #isDead()} */
    public <T> T ask(Ask ask, String text, Answer<T> answer) {
        return ask(ask, text, new long[0], 0, 0, answer);
    }

    public <T> T ask(Ask ask, String text, long[] ids, long from, long to, Answer<T> answer) {
        try (Watch watch = Watch.over(process, limits)) {
            try {
                out.writeByte(ask.ordinal());
                Frames.write(out, text);
                Frames.write(out, ids);
                out.writeLong(from);
                out.writeLong(to);
                out.flush();
                if (in.readByte() == TokenizerProcess.DONE) {
                    return answer.read(in);
                }
            } catch (IOException e) {
                awaitEnd();
                throw watch.verdict().orElseGet(() -> crashed(ask));
            }
            throw refused();
        }
    }

    private TokenizerRefusal refused() {
        try {
            return TokenizerRefusal.of("the tokenizers library says: " + LastWords.printable(Frames.text(in)));
        } catch (IOException e) {
            close();
            return TokenizerRefusal.of("the tokenizers library crashed");
        }
    }

    // a JVM that could not even start is no fault of the tokenizer's
    private TokenizerRefusal crashed(Ask ask) {
        Optional<String> words = lastWords.read();
        if (ask == Ask.OPEN && words.filter(LastWords::isJavas).isPresent()) {
            return TokenizerRefusal.passing("its process could not start (" + words.get() + ")");
        }
        if (process.exitValue() == KILLED) {
            return TokenizerRefusal.passing("something else on this machine ended its process");
        }
        return TokenizerRefusal.of("the tokenizers library crashed"
                + words.map(said -> " (" + said + ")").orElse(""));
    }

    public boolean isDead() {
        return !process.isAlive();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    // it is ending by itself, and its exit value says by what
    private void awaitEnd() {
        try {
            process.waitFor(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
