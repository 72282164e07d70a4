package io.headstream.standalone;

import io.headstream.api.query.LastResort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * The threads on which the embedded database runs statements. The database notices that a statement is to end at the next row, or the next thing it
 * reads; what computes within one expression never gets there, and fills the heap that everything shares. Such a thread is stopped: it
 * holds nothing of the database's at that point, and closing its connection then clears its transaction away. Up to JDK 19, as
 * later ones cannot stop a thread.
 */
@ApplicationScoped
public class BoltThreads implements LastResort {
    private static final Logger LOG = Logger.getLogger(BoltThreads.class);

    @Override
    public boolean end(String connection) {
        List<Thread> threads = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("neo4j.BoltWorker")
                        && thread.getName().contains("[" + connection + " "))
                .toList();
        return !threads.isEmpty() && threads.stream().allMatch(BoltThreads::stop);
    }

    @SuppressWarnings({"deprecation", "removal"})
    private static boolean stop(Thread thread) {
        try {
            thread.stop();
            return true;
        } catch (UnsupportedOperationException e) {
            LOG.warn(
                    "A statement computes on though it was told to end, and this JDK cannot stop its thread; JDK 17 can");
            return false;
        }
    }
}
