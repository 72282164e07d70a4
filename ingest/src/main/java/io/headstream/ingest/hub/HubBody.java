package io.headstream.ingest.hub;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An answer's bytes as they come. Unlike the stream of Java's client, which in JDK 17 waits for ever for a server that fell silent and does not
 * hear an interrupt, it gives up on silence and ends when its thread is interrupted.
 */
final class HubBody implements HttpResponse.BodySubscriber<HubBody>, AutoCloseable {
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final int MOST_AS_A_WHOLE = 64 << 20;

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final Queue<ByteBuffer> buffers = new ArrayDeque<>();
    private Flow.@Nullable Subscription subscription;
    private boolean closed;

    /** Bytes; or the end, where there are none; with a failure where it came too early. */
    private record Event(List<ByteBuffer> bytes, @Nullable Throwable failure) {}

    /** The next bytes, or null after the last. */
    @Nullable
    ByteBuffer next() throws IOException, InterruptedException {
        while (buffers.isEmpty()) {
            Event event = events.poll(SILENCE.toSeconds(), TimeUnit.SECONDS);
            if (event == null) {
                throw new HttpTimeoutException("nothing came for " + SILENCE.toSeconds() + " seconds");
            }
            if (event.failure() != null) {
                throw new IOException("it broke off: " + event.failure().getMessage(), event.failure());
            }
            if (event.bytes().isEmpty()) {
                return null;
            }
            buffers.addAll(event.bytes());
            more();
        }
        return buffers.remove();
    }

    /** All bytes. */
    byte[] all() throws IOException, InterruptedException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuffer bytes = next();
        while (bytes != null) {
            byte[] chunk = new byte[bytes.remaining()];
            bytes.get(chunk);
            all.write(chunk);
            if (all.size() > MOST_AS_A_WHOLE) {
                throw new IOException("it is longer than any list of files");
            }
            bytes = next();
        }
        return all.toByteArray();
    }

    private synchronized void more() {
        if (subscription != null) {
            subscription.request(1);
        }
    }

    @Override
    public CompletionStage<HubBody> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public synchronized void onSubscribe(Flow.Subscription to) {
        subscription = to;
        if (closed) {
            to.cancel();
        } else {
            to.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
        if (bytes.isEmpty()) {
            more();
        } else {
            events.add(new Event(bytes, null));
        }
    }

    @Override
    public void onError(Throwable failure) {
        events.add(new Event(List.of(), failure));
    }

    @Override
    public void onComplete() {
        events.add(new Event(List.of(), null));
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (subscription != null) {
            subscription.cancel();
        }
    }
}
