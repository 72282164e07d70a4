package io.headstream.api.sandbox;

import io.headstream.api.graph.Problems;
import io.headstream.api.sandbox.AdmissionControl.Place;
import io.headstream.cypher.Statements;
import jakarta.ws.rs.core.Response.Status;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * One statement at the database. Its transactions carry a mark, by which another session can end them: over its time, or when nobody waits for
 * the answer any more. Its thread stays with the database until that lets go, which tells when the {@link Place} is free.
 */
final class StatementExecution<T> {
    private static final Logger LOG = Logger.getLogger(StatementExecution.class);
    private static final long GRACE =
            2000; // ms that the database has to notice its own timeout, or that it was told to end

    private static final long LONGEST = 30_000; // ms between two tries to end it
    private static final int MANY = 5;

    private final String mark = UUID.randomUUID().toString();
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private final ThreadHold hold = new ThreadHold();
    private final long begun = now();
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
    private final Driver driver;
    private final Place place;
    private final Executor threads;
    private final Optional<ConnectionKiller> lastResort;

    StatementExecution(Driver driver, Place place, Executor threads, Optional<ConnectionKiller> lastResort) {
        this.driver = driver;
        this.place = place;
        this.threads = threads;
        this.lastResort = lastResort;
    }

    /** For every transaction of this run. */
    TransactionConfig config() {
        return TransactionConfig.builder()
                .withTimeout(place.time())
                .withMetadata(Map.of("run", mark))
                .build();
    }

    /** The answer, within the place's time; ends the run where it takes longer. */
    T await(Function<StatementExecution<T>, T> work) {
        threads.execute(() -> work(work));
        try {
            return answer.get(place.time().toMillis() + GRACE, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            end();
            throw tooLong();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problems.of(Status.SERVICE_UNAVAILABLE, "the server is stopping; try again");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Neo4jException failure && StatementFailures.isTimeout(failure)) {
                throw tooLong();
            }
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    private void work(Function<StatementExecution<T>, T> work) {
        hold.begin();
        try {
            if (!answer.isDone()) {
                answer.complete(work.apply(this));
            }
        } catch (Neo4jException e) {
            answer.completeExceptionally(StatementFailures.of(e, this::isUp));
        } catch (Throwable e) { // whatever it is, the caller is to know
            answer.completeExceptionally(e);
        } finally {
            hold.leave();
            ended.complete(true);
            place.leave();
        }
    }

    /** Marks the connection of a transaction as the run's, until that is about to be closed. */
    ThreadHold.Connected connect() {
        return hold.connect();
    }

    /** Milliseconds since the JVM began, as collections are timed. */
    static long now() {
        return ManagementFactory.getRuntimeMXBean().getUptime();
    }

    /** When it began, as {@link #now()}. */
    long begun() {
        return begun;
    }

    /** Whether it may compute within one expression. */
    boolean computes() {
        return place.computes();
    }

    /** Whether it was told to end and the database still has it. */
    boolean isEnding() {
        return answer.isDone() && !ended.isDone();
    }

    /** Runs something when the database has let go. */
    void whenEnded(Runnable then) {
        ended.thenRun(then);
    }

    /** Tells the database to stop, unless the answer is there. */
    void end() {
        end(Problems.of(Status.REQUEST_TIMEOUT, "nobody waits for the answer"), GRACE);
    }

    /** As {@link #end}, at once and with the reason for the caller. */
    void endForMemory() {
        end(
                Problems.badRequest(
                        "the statement needs more memory than there is: it makes lists or texts within an expression, or keeps many"
                                + " rows; make fewer at a time, or use UNWIND, whose rows do not stay"),
                0);
    }

    private void end(RuntimeException reason, long grace) {
        if (answer.completeExceptionally(reason)) {
            place.giveUp();
            threads.execute(() -> terminate(grace));
        }
    }

    private void terminate(long grace) {
        long patience = grace;
        for (int tries = 0; !ended.isDone(); tries++) {
            if (isLetGo(patience) && !ended.isDone()) {
                hold.interrupt();
            }
            if (tries == MANY) {
                LOG.warn("A statement was told to end, and does not; it keeps its place until it does");
            }
            patience = Math.min(LONGEST, GRACE + patience);
        }
    }

    // a thread that died of what it computed sends no answer, so that the transaction is gone and the connection still
    // waits
    private boolean isLetGo(long patience) {
        int held = hold.connection();
        try (Session session = driver.session()) {
            List<String> connections = session.run(Statements.write("server/end-run"), Map.of("run", mark))
                    .list(row -> row.get("connection").asString());
            return !endsWithin(patience)
                    && (connections.isEmpty()
                            || hold.whileHeld(held, () -> connections.stream().anyMatch(this::stop)));
        } catch (Neo4jException e) {
            LOG.debugf("A statement could not be ended: %s", e.getMessage());
            endsWithin(patience);
            return false;
        }
    }

    // whose thread was stopped waits for ever: the database closes it, and the driver learns of it
    private boolean stop(String connection) {
        if (lastResort.filter(resort -> resort.end(connection)).isEmpty()) {
            return false;
        }
        try (Session session = driver.session()) {
            session.run(Statements.write("server/end-connection"), Map.of("connection", connection))
                    .consume();
        }
        return true;
    }

    private boolean endsWithin(long grace) {
        try {
            return ended.get(grace, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private boolean isUp() {
        try {
            driver.verifyConnectivity();
            return true;
        } catch (Neo4jException e) {
            return false;
        }
    }

    private RuntimeException tooLong() {
        boolean brief = place.isBrief();
        return Problems.of(
                Status.GATEWAY_TIMEOUT,
                "the statement took longer than " + place.time().toMillis() + " ms"
                        + (brief
                                ? ", which is all there is while other long ones run; try again when they have ended, or"
                                : ";")
                        + " start it from an index (a trace, a token), add a LIMIT"
                        + (brief ? "" : ", or raise headstream.cypher.timeout"));
    }
}
