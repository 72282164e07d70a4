package io.headstream.standalone;

import io.headstream.api.sandbox.ConnectionKiller;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * The threads on which the embedded database runs statements. The database notices that a statement is to end at the next row, or the next thing it
 * reads; what computes within one expression never gets there, and fills the heap that everything shares. Such a thread is stopped: it
 * holds nothing of the database's at that point, and closing its connection then clears its transaction away. That it is at such a point, and at
 * work for that connection, is looked at while it stands still, and it goes on only to end. Up to JDK 19, as later ones cannot stop a thread.
 */
@ApplicationScoped
public class BoltThreads implements ConnectionKiller {
    private static final Logger LOG = Logger.getLogger(BoltThreads.class);
    private static final int TRIES = 20;
    private static final int LAST_JDK = 19;

    /** Where an expression is evaluated, a plan is made, or a row is written. */
    private static final List<String> COMPUTING =
            List.of("org.neo4j.cypher.", "org.neo4j.values.", "org.neo4j.bolt.", "org.neo4j.packstream.");

    private final Optional<Method> stop;

    public BoltThreads() {
        stop = isAllowed() ? method() : Optional.empty();
        isComputing(Thread.currentThread()); // so that all it needs is loaded before a thread stands still
    }

    @Override
    public boolean isAllowed() {
        return Runtime.version().feature() <= LAST_JDK;
    }

    @Override
    public boolean end(String connection) {
        for (int i = 0; i < TRIES && isAllowed(); i++) {
            List<Thread> threads =
                    all().filter(thread -> worksFor(thread, connection)).toList();
            if (threads.stream().anyMatch(thread -> stop(thread, connection))) {
                return true;
            }
            Thread.onSpinWait();
        }
        return false;
    }

    @SuppressWarnings({"deprecation", "removal"})
    private boolean stop(Thread thread, String connection) {
        thread.suspend();
        try {
            if (!worksFor(thread, connection) || !isComputing(thread)) {
                return false;
            }
            if (stop.isEmpty()) {
                thread.stop();
            } else {
                stop.get().invoke(thread, new ThreadDeath());
            }
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            LOG.warnf("A statement that computes on could not be ended: %s", e.getMessage());
            return false;
        } finally {
            thread.resume();
        }
    }

    // Thread.stop() lets the thread go on before it stops it: in between it may turn to another's statement
    private static Optional<Method> method() {
        try {
            Method method = Thread.class.getDeclaredMethod("stop0", Object.class);
            method.setAccessible(true);
            return Optional.of(method);
        } catch (NoSuchMethodException | RuntimeException e) {
            LOG.debugf("No way to stop a thread that stands still: %s", e.getMessage());
            return Optional.empty();
        }
    }

    private static boolean worksFor(Thread thread, String connection) {
        return thread.getName().startsWith("neo4j.BoltWorker")
                && thread.getName().contains("[" + connection + " ");
    }

    private static boolean isComputing(Thread thread) {
        for (StackTraceElement frame : thread.getStackTrace()) {
            String name = frame.getClassName();
            if (name.startsWith("org.neo4j.")) {
                return COMPUTING.stream().anyMatch(name::startsWith);
            }
        }
        return false;
    }

    private static Stream<Thread> all() {
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        Thread[] threads = new Thread[root.activeCount() * 2 + 16];
        return Arrays.stream(threads, 0, root.enumerate(threads));
    }
}
