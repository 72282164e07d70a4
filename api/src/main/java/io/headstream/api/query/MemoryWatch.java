package io.headstream.api.query;

import com.sun.management.GarbageCollectionNotificationInfo;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/**
 * Ends statements that compute within expressions when the heap is nearly full: lists and texts made there are outside the database's own
 * accounts of memory (neo4j/neo4j issue 13848), and where it is embedded, its heap is everyone's. It looks at what collections leave over,
 * and asks for none itself: a collection of a full heap holds everyone up.
 */
@ApplicationScoped
public class MemoryWatch {
    private static final double FULL = 0.7; // of what the old generation may hold (G1: the heap), after a collection

    private final Set<Run<?>> watched = ConcurrentHashMap.newKeySet();
    private final NotificationListener listener = (notification, nothing) -> look(notification);

    public MemoryWatch() {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (collector instanceof NotificationEmitter emitter) {
                emitter.addNotificationListener(listener, null, null);
            }
        }
    }

    void add(Run<?> run) {
        watched.add(run);
        run.whenEnded(() -> watched.remove(run));
    }

    private void look(Notification notification) {
        if (!watched.isEmpty()
                && notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            GarbageCollectionNotificationInfo collection =
                    GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
            if (looksAtAll(collection) && left(collection) > FULL) {
                watched.forEach(Run::endForMemory);
            }
        }
    }

    // the parallel and serial collectors leave what is dead in the old generation until a major collection; G1 takes it
    // bit by bit with the young, and makes a major one only when it is too late
    private static boolean looksAtAll(GarbageCollectionNotificationInfo collection) {
        return collection.getGcName().startsWith("G1")
                || collection.getGcAction().equals("end of major GC");
    }

    // once all that lives does not fit the old generation, each filling of the young one collects everything, in vain
    private static double left(GarbageCollectionNotificationInfo collection) {
        long used = 0;
        long most = Runtime.getRuntime().maxMemory();
        for (Map.Entry<String, MemoryUsage> pool :
                collection.getGcInfo().getMemoryUsageAfterGc().entrySet()) {
            // metaspace and the code's are outside the heap, and small
            if (!pool.getKey().matches("(?i).*(?:metaspace|code|compressed class).*")) {
                used += pool.getValue().getUsed();
            }
            if (pool.getKey().matches(".*(?:Old|Tenured) Gen")
                    && pool.getValue().getMax() > 0) {
                most = pool.getValue().getMax();
            }
        }
        return (double) used / most;
    }

    @PreDestroy
    void stop() throws ListenerNotFoundException {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (collector instanceof NotificationEmitter emitter) {
                emitter.removeNotificationListener(listener);
            }
        }
    }
}
