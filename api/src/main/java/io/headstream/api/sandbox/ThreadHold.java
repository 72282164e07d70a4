package io.headstream.api.sandbox;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a run holds that is another's afterwards: a thread of a pool, and a connection to the database, whose id stays. Whatever is done to end the run is done
 * while it holds them, and it gives them back only when that is over; so nothing that begins after it is ended in its place.
 */
final class ThreadHold {
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Thread thread;
    private int connections;
    private boolean isConnected;

    /** The current thread is the run's. */
    void begin() {
        lock.lock();
        thread = Thread.currentThread();
        lock.unlock();
    }

    /** The current thread is the pool's again. */
    void leave() {
        lock.lock();
        thread = null;
        Thread.interrupted(); // meant for the run, not for the next
        lock.unlock();
    }

    /** The transaction that was just begun has its connection until this is closed, which comes before the transaction is. */
    Connected connect() {
        lock.lock();
        connections++;
        isConnected = true;
        lock.unlock();
        return () -> {
            lock.lock();
            isConnected = false;
            lock.unlock();
        };
    }

    /** Which of its connections the run holds. */
    int connection() {
        lock.lock();
        try {
            return connections;
        } finally {
            lock.unlock();
        }
    }

    /** Does something to a connection, if it is still held; whether that worked. */
    boolean whileHeld(int connection, BooleanSupplier then) {
        lock.lock();
        try {
            return isConnected && connection == connections && then.getAsBoolean();
        } finally {
            lock.unlock();
        }
    }

    /** Interrupts the run's thread, which makes the driver close the connection. */
    void interrupt() {
        lock.lock();
        try {
            if (thread != null) {
                thread.interrupt();
            }
        } finally {
            lock.unlock();
        }
    }

    /** A connection while it is held. */
    interface Connected extends AutoCloseable {
        @Override
        void close();
    }
}
