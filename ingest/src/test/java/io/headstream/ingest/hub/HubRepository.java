package io.headstream.ingest.hub;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A model at a {@link HubServer}.
 *
 * @param token what it takes to read it, where it is gated
 * @param movedTo its new name, where it has one
 */
public record HubRepository(
        String name, String commit, Map<String, byte[]> files, Optional<String> token, Optional<String> movedTo) {

    public static HubRepository of(String name, String commit) {
        return new HubRepository(name, commit, new TreeMap<>(), Optional.empty(), Optional.empty());
    }

    HubRepository gated(String by) {
        return new HubRepository(name, commit, files, Optional.of(by), movedTo);
    }

    public HubRepository with(String path, byte[] bytes) {
        files.put(path, bytes);
        return this;
    }

    HubRepository with(String path, String text) {
        return with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    Optional<String> commit(String revision) {
        return revision.equals("main") || revision.equals("refs/pr/3") || revision.equals(commit)
                ? Optional.of(commit)
                : Optional.empty();
    }

    static boolean isLfs(String path) {
        return path.endsWith(".safetensors") || path.endsWith(".bin");
    }

    static String sha256(byte[] bytes) {
        return digest("SHA-256", new byte[0], bytes);
    }

    static String gitSha1(byte[] bytes) {
        return digest("SHA-1", ("blob " + bytes.length + "\0").getBytes(StandardCharsets.US_ASCII), bytes);
    }

    private static String digest(String algorithm, byte[] head, byte[] bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            digest.update(head);
            return HexFormat.of().formatHex(digest.digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
