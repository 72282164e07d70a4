package io.headstream.api.sandbox;

import io.headstream.access.caller.Caller;
import io.headstream.access.turns.Processors;
import io.headstream.api.answer.Answer;
import io.headstream.api.answer.ExplainedStatement;
import io.headstream.api.answer.JsonValues;
import io.headstream.api.answer.Notification;
import io.headstream.api.answer.PlanView;
import io.headstream.api.graph.Parameters;
import io.headstream.api.graph.Problems;
import io.headstream.api.sandbox.AdmissionControl.Place;
import io.headstream.api.statement.Effort;
import io.headstream.api.statement.Statement;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Query;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.Value;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.summary.ResultSummary;

/**
 * Runs statements within {@link StatementLimits}, each as a {@link StatementExecution} that ends when its time is over or its caller has gone. Those of the library have
 * places of their own, so that they answer whatever users' statements do.
 */
@ApplicationScoped
public class StatementRunner {
    private static final SessionConfig READ = SessionConfig.builder()
            .withDefaultAccessMode(AccessMode.READ)
            .withFetchSize(500)
            .build();

    private final Driver driver;
    private final StatementLimits limits;
    private final Caller caller;
    private final MemoryWatch memory;
    private final Optional<ConnectionKiller> lastResort;
    private final AdmissionControl users;
    private final AdmissionControl library;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "headstream-cypher");
        thread.setDaemon(true);
        return thread;
    });

    public StatementRunner(
            Driver driver,
            StatementLimits limits,
            Caller caller,
            MemoryWatch memory,
            Instance<ConnectionKiller> lastResort,
            Processors processors) {
        this.driver = driver;
        this.limits = limits;
        this.caller = caller;
        this.memory = memory;
        this.lastResort = lastResort.stream().findFirst();
        this.users = AdmissionControl.forUsers(limits, processors);
        this.library = AdmissionControl.forLibrary(limits, processors);
    }

    /** Runs a user's statement if it only reads; a refusal names the part refused. */
    public Answer runIfReadOnly(String statement, Map<String, ? extends @Nullable Object> parameters, int limit) {
        Statement parts = ReadOnlyGate.read(statement);
        boolean computes = parts.tree().isPresent() && Effort.isUnbounded(parts, parameters);
        if (computes && lastResort.filter(resort -> !resort.isAllowed()).isPresent()) {
            throw Problems.badRequest("the statement may compute without end in " + Effort.WORDS
                    + ", and Headstream runs on a JDK that cannot stop it; loop over a list that is given, stored or short,"
                    + " use UNWIND, or run Headstream on JDK 17");
        }
        return asUser(parameters, computes, (run, values) -> {
            List<Notification> notifications = Notification.of(explain(run, parts, statement, values));
            return read(run, statement, values, limit).with(notifications);
        });
    }

    /** How the database would run a user's statement, which is not run; refused as {@link #runIfReadOnly} refuses. */
    public PlanView plan(String statement, Map<String, ? extends @Nullable Object> parameters) {
        Statement parts = ReadOnlyGate.read(statement);
        return asUser(
                parameters,
                false,
                (run, values) ->
                        PlanView.of(explain(run, parts, statement, values).plan()));
    }

    /** Runs a statement of the library. */
    public Answer run(String statement, Map<String, ? extends @Nullable Object> parameters, int limit) {
        ParameterSize.check(parameters);
        Value values = Parameters.of(parameters);
        StatementExecution<Answer> run = begin(library.take(caller.name(), false));
        return run.await(own -> read(own, statement, values, limit));
    }

    private <T> T asUser(Map<String, ? extends @Nullable Object> parameters, boolean computes, Question<T> question) {
        ParameterSize.check(parameters);
        Value values = Parameters.of(parameters);
        StatementExecution<T> run = begin(users.take(caller.name(), computes));
        memory.add(run);
        return run.await(own -> question.ask(own, values));
    }

    private interface Question<T> {
        T ask(StatementExecution<T> run, Value parameters);
    }

    private <T> StatementExecution<T> begin(Place place) {
        StatementExecution<T> run = new StatementExecution<>(driver, place, threads, lastResort);
        caller.whenGone(run::end);
        return run;
    }

    private ResultSummary explain(StatementExecution<?> run, Statement parts, String statement, Value parameters) {
        try (Session session = driver.session(READ);
                Transaction tx = session.beginTransaction(run.config());
                ThreadHold.Connected connected = run.connect()) {
            ResultSummary explained = tx.run(new Query(ExplainedStatement.of(statement), parameters))
                    .consume();
            ReadOnlyGate.checkPlan(explained);
            if (parts.tree().isEmpty()) {
                throw Problems.badRequest(
                        "the statement cannot be read here, though the database can: write it in Cypher 5");
            }
            return explained;
        } catch (ClientException e) {
            throw StatementFailures.isTimeout(e)
                    ? e
                    : Problems.badRequest(ExplainedStatement.message(String.valueOf(e.getMessage())));
        }
    }

    private Answer read(StatementExecution<?> run, String statement, Value parameters, int limit) {
        long start = System.nanoTime();
        try (Session session = driver.session(READ);
                Transaction tx = session.beginTransaction(run.config());
                ThreadHold.Connected connected = run.connect()) {
            Result result = tx.run(statement, parameters);
            JsonValues json = new JsonValues(limits.bytes());
            List<List<@Nullable Object>> rows = new ArrayList<>();
            while (rows.size() < limit && !json.isFull() && result.hasNext()) {
                rows.add(row(result.next(), json));
            }
            boolean truncated = result.hasNext();
            return new Answer(
                    result.keys(),
                    rows,
                    truncated,
                    (System.nanoTime() - start) / 1_000_000,
                    json.isFull() && truncated ? List.of(Notification.cut(rows.size(), limits.bytes())) : List.of());
        }
    }

    private static List<@Nullable Object> row(Record record, JsonValues json) {
        List<@Nullable Object> row = new ArrayList<>(record.size());
        record.values().forEach(value -> row.add(json.of(value.asObject())));
        return row;
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
