package io.headstream.tracer.tokenizer.file;

import io.headstream.tracer.checkpoint.TokenizerFiles;
import io.headstream.tracer.error.TokenizerRefusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A tokenizer.json's content, read once, so that what is used is what was looked at. Where a folder has vocab.json and merges.txt in its place, it is
 * what these make.
 */
public record TokenizerFile(byte[] bytes, String sha256) {
    /** The largest that is known is half of that. */
    private static final int MOST = 32 << 20;

    // of files as they were; a list of models asks for all of them
    private static final Map<Stamp, String> SEEN = new ConcurrentHashMap<>();
    private static final int MOST_SEEN = 1_000;

    private record Stamp(Path file, String files) {}

    /** The one that a folder's tokenizer is read by, if it has any. */
    public static Optional<Path> of(Path folder) {
        return TokenizerFiles.of(folder).stream().findFirst().map(folder::resolve);
    }

    public static TokenizerFile read(Path file) {
        try (InputStream in = content(file)) {
            byte[] bytes = in.readNBytes(MOST + 1);
            if (bytes.length > MOST) {
                throw TokenizerRefusal.of("it is larger than " + (MOST >> 20) + " MiB");
            }
            return new TokenizerFile(bytes, hash(bytes));
        } catch (IOException e) {
            throw TokenizerRefusal.passing("it cannot be read (" + e.getMessage() + ")");
        }
    }

    private static InputStream content(Path file) throws IOException {
        return file.endsWith(TokenizerFiles.VOCABULARY)
                ? new ByteArrayInputStream(VocabAndMerges.json(TokenizerFiles.folder(file)))
                : Files.newInputStream(file);
    }

    /** The content's hash, taken anew where the file has changed; none where it cannot be read. */
    public static Optional<String> sha256(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MOST) {
                return Optional.empty();
            }
            Stamp stamp = new Stamp(
                    file, TokenizerFiles.stamp(TokenizerFiles.folder(file)) + Files.getLastModifiedTime(file));
            if (SEEN.size() > MOST_SEEN) {
                SEEN.clear();
            }
            return Optional.of(SEEN.computeIfAbsent(stamp, s -> read(file).sha256()));
        } catch (IOException | TokenizerRefusal e) {
            return Optional.empty();
        }
    }

    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public TokenizerJson json() {
        return TokenizerJson.read(bytes);
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
