package io.headstream.api.query;

import com.sun.management.GarbageCollectionNotificationInfo;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
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
    private static final double FULL = 0.7; // of what the heap may hold, after a collection

    private static final Set<String> HEAP = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .collect(Collectors.toUnmodifiableSet());

    private final Set<Run<?>> watched = ConcurrentHashMap.newKeySet();
    private final NotificationListener listener = (notification, nothing) -> look(notification);

    public MemoryWatch() {
        collectors().forEach(collector -> collector.addNotificationListener(listener, null, null));
    }

    void add(Run<?> run) {
        watched.add(run);
        run.whenEnded(() -> watched.remove(run));
    }

    private void look(Notification notification) {
        if (!watched.isEmpty()
                && notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)
                && left(GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData())) > FULL) {
            watched.forEach(Run::endForMemory);
        }
    }

    private static double left(GarbageCollectionNotificationInfo collection) {
        long used = collection.getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
                .filter(pool -> HEAP.contains(pool.getKey()))
                .mapToLong(pool -> pool.getValue().getUsed())
                .sum();
        return (double) used / Runtime.getRuntime().maxMemory();
    }

    private static List<NotificationEmitter> collectors() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .filter(NotificationEmitter.class::isInstance)
                .map(NotificationEmitter.class::cast)
                .toList();
    }

    @PreDestroy
    void stop() throws ListenerNotFoundException {
        for (NotificationEmitter collector : collectors()) {
            collector.removeNotificationListener(listener);
        }
    }
}
