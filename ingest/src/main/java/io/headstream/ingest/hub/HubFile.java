package io.headstream.ingest.hub;

import io.headstream.tracer.error.TraceException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;

/**
 * A file of one commit. Its etag is its name among the cache's blobs and its checksum: the sha256 of what git LFS holds, otherwise
 * git's own sha1 of a blob.
 *
 * @param path its name within the repository
 * @param size in bytes
 */
record HubFile(String path, String etag, long size) {
    private static final Pattern SAFE_ETAG = Pattern.compile("\\w[\\w.-]{0,127}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern SHA1 = Pattern.compile("[0-9a-f]{40}");

    HubFile {
        if (!SAFE_ETAG.matcher(etag).matches() || etag.contains("..")) {
            throw new TraceException("the hub gives '" + path + "' the ETag '" + etag
                    + "', which cannot name a file in the cache; is HF_ENDPOINT a Hugging Face hub?");
        }
        if (size < 0) {
            throw new TraceException("the hub gives '" + path + "' no size; is HF_ENDPOINT a Hugging Face hub?");
        }
    }

    /** A digest to be fed the file's bytes, whose result is the etag. Other hubs' etags are no checksums: then it is nothing's. */
    MessageDigest newDigest() {
        if (SHA256.matcher(etag).matches()) {
            return digest("SHA-256");
        }
        MessageDigest sha1 = digest("SHA-1");
        sha1.update(("blob " + size + "\0").getBytes(StandardCharsets.US_ASCII));
        return sha1;
    }

    boolean isChecksum() {
        return SHA256.matcher(etag).matches() || SHA1.matcher(etag).matches();
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
