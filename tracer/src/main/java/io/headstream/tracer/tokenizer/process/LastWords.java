package io.headstream.tracer.tokenizer.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a process wrote to its standard error, of which the panic's own message is kept. Read all the time, so that it never waits. */
public final class LastWords {
    private static final int KEPT = 16_000;
    private static final int SHOWN = 200;
    // Rust: thread 'x' panicked at src/file.rs:1:2:\nmessage
    private static final Pattern PANIC = Pattern.compile("panicked at [^\\n]*:\\R([^\\n]*)");
    // Java that finds no memory says so before it has run anything
    private static final Pattern JAVAS =
            Pattern.compile("(Error occurred during initialization of VM|Could not [^\\n]*)");

    private final Thread reader;
    private final StringBuilder text = new StringBuilder();

    private LastWords(InputStream error) {
        this.reader = new Thread(() -> drain(error), "headstream-tokenizer-words");
        reader.setDaemon(true);
        reader.start();
    }

    static LastWords of(InputStream error) {
        return new LastWords(error);
    }

    private void drain(InputStream error) {
        byte[] part = new byte[4096];
        try (error) {
            for (int read = error.read(part); read >= 0; read = error.read(part)) {
                synchronized (text) {
                    text.append(new String(part, 0, read, StandardCharsets.UTF_8));
                    text.setLength(Math.min(text.length(), KEPT));
                }
            }
        } catch (IOException e) {
            return; // it has ended
        }
    }

    /** The first panic's message, once the process has ended. */
    Optional<String> read() {
        try {
            reader.join(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (text) {
            Matcher java = JAVAS.matcher(text);
            Matcher panic = PANIC.matcher(text);
            if (panic.find()) {
                return Optional.of(printable(panic.group(1)));
            }
            return java.find() ? Optional.of(printable(java.group(1))) : Optional.empty();
        }
    }

    static boolean isJavas(String words) {
        return JAVAS.matcher(words).matches();
    }

    public static String printable(String message) {
        String clean = message.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return clean.length() > SHOWN ? clean.substring(0, SHOWN) + "..." : clean;
    }
}
