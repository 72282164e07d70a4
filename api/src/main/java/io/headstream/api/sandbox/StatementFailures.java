package io.headstream.api.sandbox;

import io.headstream.api.graph.Problems;
import java.util.function.BooleanSupplier;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;

/** Why the database did not answer a statement: mostly the statement, also where the database calls it a fault of its own. */
final class StatementFailures {
    private StatementFailures() {}

    /** What the caller is told. Whether the database is up is asked only where a connection was lost. */
    static RuntimeException of(Neo4jException failure, BooleanSupplier isUp) {
        if (failure instanceof ServiceUnavailableException || failure instanceof SessionExpiredException) {
            return isUp.getAsBoolean() ? dropped() : failure;
        }
        String code = failure.code() == null ? "" : failure.code();
        if (code.startsWith("Neo.DatabaseError.Statement.") || code.equals("Neo.DatabaseError.General.UnknownError")) {
            return Problems.badRequest("the database could not run the statement: " + failure.getMessage());
        }
        return failure;
    }

    /** Whether the database ended it for its time. */
    static boolean isTimeout(Neo4jException failure) {
        return failure.code() != null && failure.code().contains("TransactionTimedOut");
    }

    private static RuntimeException dropped() {
        return Problems.badRequest(
                "the database could not go on with the statement and closed its connection, though it is up: the statement is"
                        + " nested too deep, or its answer too large; ask for less at a time");
    }
}
