package io.headstream.ingest.hub;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What is to go wrong at a {@link HubServer}. */
public final class HubFaults {
    private static final int LEAST_TO_CUT = 1000;

    /** So many bodies end in their middle. */
    public final AtomicInteger cuts = new AtomicInteger();
    /** Run after a cut. */
    public volatile Runnable afterCut = () -> {};
    /** So many requests to the hub are answered with {@link #status}. */
    public final AtomicInteger statuses = new AtomicInteger();

    public volatile int status = 503;
    public volatile Map<String, String> headers = Map.of();
    /** The store's files have another last byte. */
    public volatile boolean wrongBytes;
    /** Range is not understood: always the whole file. */
    public volatile boolean withoutRanges;
    /** The list of files has no sizes and checksums, as of some mirrors. */
    public volatile boolean withoutBlobs;
    /** The second half of a body comes after so long. */
    public volatile long pauseMillis;

    boolean answersStatus(HttpExchange exchange) throws IOException {
        if (statuses.getAndUpdate(n -> Math.max(0, n - 1)) == 0) {
            return false;
        }
        HubServer.status(exchange, status, headers);
        return true;
    }

    byte[] bytes(byte[] right) {
        byte[] bytes = right.clone();
        if (wrongBytes) {
            bytes[bytes.length - 1] ^= 1;
        }
        return bytes;
    }

    void write(byte[] bytes, OutputStream out) throws IOException {
        int half = bytes.length / 2;
        boolean cut = bytes.length >= LEAST_TO_CUT && cuts.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
        out.write(Arrays.copyOf(bytes, half));
        out.flush();
        if (cut) {
            afterCut.run();
            return; // closing an unfinished body cuts the connection
        }
        if (bytes.length >= LEAST_TO_CUT && pauseMillis > 0) {
            try {
                Thread.sleep(pauseMillis);
            } catch (InterruptedException e) {
                throw (IOException) new InterruptedIOException().initCause(e);
            }
        }
        out.write(bytes, half, bytes.length - half);
    }
}
