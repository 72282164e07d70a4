package io.headstream.ingest.hub;

import io.headstream.tracer.error.TraceException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.LongConsumer;

/** One file on its way into the cache: goes on where the last attempt stopped, and is only a blob once its checksum is right. */
final class BlobDownload {
    private static final int CHUNK = 1 << 16;

    private final HubClient client;
    private final HubId id;
    private final String commit;
    private final HubFile file;
    private final HubCache cache;
    private final Path blob;
    private final Path partial;
    private final LongConsumer bytes;
    private MessageDigest digest;
    private long have;
    private long furthest;
    private boolean resumed;

    /** @param bytes told how many bytes of the file are there */
    BlobDownload(HubClient client, HubCache cache, HubId id, String commit, HubFile file, LongConsumer bytes) {
        this.client = client;
        this.id = id;
        this.commit = commit;
        this.file = file;
        this.cache = cache;
        this.blob = cache.blob(file);
        this.partial = cache.partial(file);
        this.bytes = bytes;
        this.digest = file.newDigest();
    }

    /**
     * Brings the blob.
     *
     * @throws TraceException where the hub refuses, the disk is full, or the bytes are not those of the file
     */
    void run(Patience patience) throws IOException, InterruptedException {
        cache.prepare();
        try (FileChannel out = FileChannel.open(
                partial, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            readWhatIsThere(out);
            do {
                client.attempt(id, file.path(), patience, http -> {
                    while (have < file.size()) {
                        fetch(http, out, patience);
                    }
                    return have;
                });
            } while (!isRight(out));
            out.force(true);
        }
        Files.move(partial, blob, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void readWhatIsThere(FileChannel out) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
        if (out.size() > file.size()) {
            restart(out);
        }
        while (have < out.size() && out.read(buffer.clear()) > 0) {
            have += buffer.position();
            digest.update(buffer.flip());
        }
        resumed = have > 0;
        bytes.accept(have);
    }

    private void restart(FileChannel out) throws IOException {
        out.truncate(0);
        have = 0;
        resumed = false;
        digest = file.newDigest();
        bytes.accept(0);
    }

    private void fetch(HubHttp http, FileChannel out, Patience patience) throws IOException, InterruptedException {
        Map<String, String> range = have == 0 ? Map.of() : Map.of("Range", "bytes=" + have + "-");
        try (HubHttp.Answer answer = HubClient.accepted(http.get(HubClient.resolve(id, commit, file.path()), range))) {
            refuseAnother(answer);
            boolean goesOn = have > 0 && continues(answer);
            if (!goesOn) {
                restart(out);
                if (answer.status() != 200) {
                    throw new IOException("it does not go on at the byte that was asked for");
                }
            }
            copy(answer.body(), out, patience);
        }
    }

    private boolean continues(HubHttp.Answer answer) {
        String expected = "bytes " + have + "-" + (file.size() - 1) + "/" + file.size();
        return answer.status() == 206
                && answer.header("Content-Range").filter(expected::equals).isPresent();
    }

    private void refuseAnother(HubHttp.Answer answer) {
        HubClient.etag(answer).filter(etag -> !etag.equals(file.etag())).ifPresent(etag -> {
            throw new TraceException(
                    file.path() + " of '" + id + "' changed on the hub while it was pulled; pull again");
        });
    }

    private void copy(HubBody body, FileChannel out, Patience patience) throws IOException, InterruptedException {
        out.position(have);
        while (have < file.size()) {
            ByteBuffer chunk = body.next();
            if (chunk == null) {
                throw new EOFException("it broke off after " + have + " of " + file.size() + " bytes");
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            chunk.limit((int) Math.min(chunk.limit(), chunk.position() + file.size() - have));
            digest.update(chunk.duplicate());
            int length = chunk.remaining();
            write(out, chunk);
            have += length;
            if (have > furthest) {
                furthest = have;
                patience.restore();
            }
            bytes.accept(have);
        }
    }

    private void write(FileChannel out, ByteBuffer chunk) throws InterruptedException {
        try {
            while (chunk.hasRemaining()) {
                out.write(chunk);
            }
        } catch (ClosedByInterruptException e) {
            throw (InterruptedException) new InterruptedException().initCause(e);
        } catch (IOException e) {
            throw new DiskFullException(cache.blobs(), file.size() - have, e);
        }
    }

    // bytes kept from an earlier pull may be the wrong ones: without them it gets one more chance
    private boolean isRight(FileChannel out) throws IOException {
        String found = HexFormat.of().formatHex(digest.digest());
        if (!file.isChecksum() || found.equals(file.etag())) {
            return true;
        }
        boolean again = resumed;
        restart(out);
        if (!again) {
            Files.deleteIfExists(partial);
            throw new TraceException(
                    file.path() + " of '" + id + "' came with other bytes than the hub says it has (checksum "
                            + found + ", not " + file.etag()
                            + "); it was deleted. Pull again; if it stays so, a proxy in between "
                            + "or the mirror is at fault");
        }
        return false;
    }
}
