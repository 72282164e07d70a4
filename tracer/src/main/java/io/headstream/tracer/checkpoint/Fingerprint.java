package io.headstream.tracer.checkpoint;

import io.headstream.tracer.error.TraceException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What identifies a checkpoint: its content.
 *
 * @param id first 12 hex digits over config, weights and tokenizer
 * @param sha256 of model.safetensors; of sharded weights, of their lines in `files`
 * @param files every file that counts, as sha256sum prints it: digest, two spaces, name
 */
public record Fingerprint(String id, String sha256, List<String> files) {
    private static final HexFormat HEX = HexFormat.of();

    public static Fingerprint of(Path folder) {
        List<String> weights = Checkpoint.weightFiles(folder);
        List<String> names = new ArrayList<>();
        names.add("config.json");
        names.addAll(weights);
        names.addAll(TokenizerFiles.of(folder));
        MessageDigest all = newDigest();
        List<String> lines = new ArrayList<>();
        StringBuilder weightLines = new StringBuilder();
        String last = "";
        for (String name : names) {
            Path file = folder.resolve(name);
            if (Files.isRegularFile(file)) {
                String digest = digest(file);
                lines.add(digest + "  " + name);
                all.update((name + " " + digest + "\n").getBytes(StandardCharsets.UTF_8));
                if (weights.contains(name)) {
                    weightLines.append(digest).append("  ").append(name).append('\n');
                    last = digest;
                }
            }
        }
        String sha256 = weights.size() == 1
                ? last
                : HEX.formatHex(newDigest().digest(weightLines.toString().getBytes(StandardCharsets.UTF_8)));
        return new Fingerprint(HEX.formatHex(all.digest()).substring(0, 12), sha256, List.copyOf(lines));
    }

    /** What `files` says of one file of a folder: its digest, two spaces, its name. */
    public static String line(Path folder, String name) {
        return digest(folder.resolve(name)) + "  " + name;
    }

    private static String digest(Path file) {
        MessageDigest digest = newDigest();
        byte[] buffer = new byte[1 << 20];
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            int read = 0;
            while (read >= 0) {
                read = in.read(buffer);
            }
        } catch (IOException e) {
            throw new TraceException("'" + file + "' cannot be read: " + e.getMessage(), e);
        }
        return HEX.formatHex(digest.digest());
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
