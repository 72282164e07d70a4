package io.headstream.tracer.checkpoint;

import io.headstream.tracer.TraceException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What identifies a checkpoint: its content.
 *
 * @param id first 12 hex digits over config, weights and tokenizer
 * @param sha256 of model.safetensors
 */
public record Fingerprint(String id, String sha256) {
    private static final List<String> FILES = List.of("config.json", "model.safetensors", "tokenizer.json");

    public static Fingerprint of(Path folder) {
        MessageDigest all = newDigest();
        String weights = "";
        for (String name : FILES) {
            Path file = folder.resolve(name);
            if (Files.isRegularFile(file)) {
                String digest = digest(file);
                all.update((name + " " + digest + "\n").getBytes(StandardCharsets.UTF_8));
                weights = name.equals("model.safetensors") ? digest : weights;
            }
        }
        return new Fingerprint(HexFormat.of().formatHex(all.digest()).substring(0, 12), weights);
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
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
