package io.headstream.api.server;

import io.headstream.api.graph.Problems;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.Neo4jException;

/** What the database answers with instead of rows. */
@Provider
@Priority(Priorities.USER)
public class DatabaseProblems extends ExceptionMapperBase<Neo4jException> {
    @Override
    protected HttpProblem toProblem(Neo4jException failure) {
        String code = failure.code() == null ? "" : failure.code();
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof AuthenticationException) {
            return Problems.of(
                    Status.SERVICE_UNAVAILABLE,
                    "Neo4j does not accept the name and password; set HEADSTREAM_NEO4J_USER and HEADSTREAM_NEO4J_PASSWORD");
        }
        if (code.contains("OutOfMemory") || code.contains("MemoryPool")) {
            return Problems.badRequest("the statement needs more memory than it may have; narrow it, or add a LIMIT");
        }
        if (code.startsWith("Neo.ClientError") && !code.equals("Neo.ClientError.Security.Unauthorized")) {
            return Problems.badRequest(message);
        }
        if (code.startsWith("Neo.DatabaseError") || code.startsWith("Neo.TransientError")) {
            return Problems.of(Status.SERVICE_UNAVAILABLE, "the database could not do it: " + message + "; try again");
        }
        return Problems.of(
                Status.SERVICE_UNAVAILABLE,
                "Neo4j cannot be reached or is not ready; check that it runs at HEADSTREAM_NEO4J_URI, then try again");
    }
}
