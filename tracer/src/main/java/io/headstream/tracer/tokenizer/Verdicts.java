package io.headstream.tracer.tokenizer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was found of each tokenizer.json, by its content's SHA-256: a file each in a folder, beside those that Headstream ships. Where the
 * folder cannot be written they are kept while the process runs.
 */
final class Verdicts {
    /** Of the library and of what is tried; with another, all are tried again. */
    static final String TRIED_WITH = "0.35.1-1";

    private static final String SHIPPED = "shipped-verdicts.txt";
    private static final String GOOD = "good";
    private static final String BAD = "bad ";
    private static final int LONGEST = 2_000;

    private final Path folder;
    private final Map<String, Verdict> known = new ConcurrentHashMap<>();

    /** @param refusal why it cannot be used, if it cannot */
    record Verdict(Optional<String> refusal) {}

    Verdicts(Path folder) {
        this.folder = folder.resolve(TRIED_WITH);
        shipped()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(sha256 -> known.put(sha256.strip(), new Verdict(Optional.empty())));
    }

    Optional<Verdict> find(String sha256) {
        Verdict verdict = known.get(sha256);
        if (verdict == null) {
            Optional<Verdict> stored = read(folder.resolve(sha256));
            stored.ifPresent(found -> known.put(sha256, found));
            return stored;
        }
        return Optional.of(verdict);
    }

    void keep(String sha256, Verdict verdict) {
        known.put(sha256, verdict);
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, "verdict", ".part");
            Files.writeString(part, verdict.refusal().map(BAD::concat).orElse(GOOD) + "\n");
            Files.move(part, folder.resolve(sha256), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            return; // it is tried again at the next start
        }
    }

    private static Optional<Verdict> read(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
                return Optional.empty();
            }
            String text = Files.readString(file).strip();
            return text.equals(GOOD)
                    ? Optional.of(new Verdict(Optional.empty()))
                    : Optional.of(text)
                            .filter(t -> t.startsWith(BAD))
                            .map(t -> new Verdict(Optional.of(t.substring(BAD.length()))));
        } catch (IOException e) {
            return Optional.empty(); // half written by an older one: it is tried again
        }
    }

    private static String shipped() {
        try (InputStream in = Verdicts.class.getResourceAsStream(SHIPPED)) {
            return new String(Objects.requireNonNull(in, SHIPPED).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
