package io.headstream.api.sandbox;

import com.sun.management.GarbageCollectionNotificationInfo;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Comparator;
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
 * Ends statements when the heap is nearly full, those that compute within expressions first, the oldest first: lists and texts made there are
 * outside the database's own accounts of memory (neo4j/neo4j issue 13848), and where it is embedded, its heap is everyone's. It looks at what
 * collections leave over, and asks for none itself: a collection of a full heap holds everyone up. What a collection of the young leaves over
 * may be what an ended statement has left among the old; so one that does not compute is ended only where it has run for a while and none that
 * computes has just gone.
 */
@ApplicationScoped
public class MemoryWatch {
    private static final double FULL = 0.7; // of what the heap may hold, after a collection
    private static final double BURSTING = 0.85;
    private static final long A_WHILE = 1000; // ms
    private static final long UNTIL_COLLECTED = 10_000; // ms after what computes has gone

    private static final Set<String> HEAP = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .collect(Collectors.toUnmodifiableSet());

    private final Set<StatementExecution<?>> watched = ConcurrentHashMap.newKeySet();
    private volatile long lastGone = -UNTIL_COLLECTED; // when something that computes had ended, as Run.begun()
    private final NotificationListener listener = (notification, nothing) -> look(notification);

    public MemoryWatch() {
        collectors().forEach(collector -> collector.addNotificationListener(listener, null, null));
    }

    void add(StatementExecution<?> run) {
        watched.add(run);
        run.whenEnded(() -> {
            watched.remove(run);
            if (run.computes()) {
                lastGone = StatementExecution.now();
            }
        });
    }

    private void look(Notification notification) {
        if (!watched.isEmpty()
                && notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            GarbageCollectionNotificationInfo collection =
                    GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
            double left = left(collection);
            if (left > FULL) {
                end(left > BURSTING, collection.getGcInfo().getStartTime());
            }
        }
    }

    // what began later has no part in what the collection found; one that is ending already may be what is in the way
    private void end(boolean all, long before) {
        List<StatementExecution<?>> suspects =
                watched.stream().filter(run -> run.begun() < before).toList();
        List<StatementExecution<?>> computing =
                suspects.stream().filter(StatementExecution::computes).toList();
        if (all && !computing.isEmpty()) {
            computing.forEach(StatementExecution::endForMemory);
        } else if (suspects.stream().noneMatch(StatementExecution::isEnding)) {
            boolean gone = before < lastGone + UNTIL_COLLECTED;
            (computing.isEmpty()
                            ? suspects.stream().filter(run -> !gone && run.begun() < before - A_WHILE)
                            : computing.stream())
                    .min(Comparator.comparing(StatementExecution::begun))
                    .ifPresent(StatementExecution::endForMemory);
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
