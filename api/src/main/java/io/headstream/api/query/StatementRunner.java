package io.headstream.api.query;

import io.headstream.api.graph.Parameters;
import io.headstream.api.graph.Problems;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Query;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.Value;
import org.neo4j.driver.exceptions.Neo4jException;

/** Runs statements within {@link Limits}. A statement that overstays keeps its place until the database lets go of it. */
@ApplicationScoped
public class StatementRunner {
    private static final SessionConfig READ = SessionConfig.builder()
            .withDefaultAccessMode(AccessMode.READ)
            .withFetchSize(500)
            .build();

    private final Driver driver;
    private final Limits limits;
    private final Semaphore places;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "headstream-cypher");
        thread.setDaemon(true);
        return thread;
    });

    public StatementRunner(Driver driver, Limits limits) {
        this.driver = driver;
        this.limits = limits;
        this.places = new Semaphore(limits.concurrency());
    }

    /** Runs a user's statement if it only reads; a refusal names the part refused. */
    Answer runIfReadOnly(String statement, Map<String, ? extends @Nullable Object> parameters, int limit) {
        ReadOnlyGate.checkWords(statement);
        Value values = Parameters.of(parameters);
        return inTime(() -> {
            try (Session session = driver.session(READ)) {
                ReadOnlyGate.checkPlan(session.run(new Query("EXPLAIN " + statement, values), config())
                        .consume());
            }
            return read(statement, values, limit);
        });
    }

    /** Runs a statement of the library. */
    Answer run(String statement, Map<String, ? extends @Nullable Object> parameters, int limit) {
        Value values = Parameters.of(parameters);
        return inTime(() -> read(statement, values, limit));
    }

    private Answer read(String statement, Value parameters, int limit) {
        long start = System.nanoTime();
        try (Session session = driver.session(READ);
                Transaction tx = session.beginTransaction(config())) {
            Result result = tx.run(statement, parameters);
            JsonValues json = new JsonValues();
            List<List<@Nullable Object>> rows = new ArrayList<>();
            while (rows.size() < limit && result.hasNext()) {
                rows.add(row(result.next(), json));
            }
            boolean truncated = result.hasNext();
            return new Answer(result.keys(), rows, truncated, (System.nanoTime() - start) / 1_000_000);
        }
    }

    private static List<@Nullable Object> row(Record record, JsonValues json) {
        List<@Nullable Object> row = new ArrayList<>(record.size());
        record.values().forEach(value -> row.add(json.of(value.asObject())));
        return row;
    }

    private Answer inTime(Callable<Answer> work) {
        if (!places.tryAcquire()) {
            throw Problems.of(
                    Status.SERVICE_UNAVAILABLE,
                    limits.concurrency()
                            + " statements are running, which is the most at a time; try again when one ends");
        }
        Future<Answer> answer = threads.submit(() -> {
            try {
                return work.call();
            } finally {
                places.release();
            }
        });
        return await(answer);
    }

    private Answer await(Future<Answer> answer) {
        try {
            return answer.get(limits.deadline().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw tooLong();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problems.of(Status.SERVICE_UNAVAILABLE, "the server is stopping; try again");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Neo4jException failure) {
                throw failure.code() != null && failure.code().contains("TransactionTimedOut") ? tooLong() : failure;
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private RuntimeException tooLong() {
        return Problems.of(
                Status.GATEWAY_TIMEOUT,
                "the statement took longer than " + limits.timeout().toMillis()
                        + " ms; start it from an index (a trace, a token), add a LIMIT, or raise headstream.cypher.timeout");
    }

    private TransactionConfig config() {
        return TransactionConfig.builder().withTimeout(limits.timeout()).build();
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
