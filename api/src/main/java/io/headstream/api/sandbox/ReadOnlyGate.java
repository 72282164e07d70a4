package io.headstream.api.sandbox;

import io.headstream.access.text.WholeCharacters;
import io.headstream.api.graph.Problems;
import io.headstream.api.statement.Reading;
import io.headstream.api.statement.Statement;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.neo4j.driver.Values;
import org.neo4j.driver.summary.Plan;
import org.neo4j.driver.summary.QueryType;
import org.neo4j.driver.summary.ResultSummary;

/**
 * What may be run on a user's word. The database's own READ mode is no sandbox: it lets LOAD CSV fetch any address, and
 * transactions be listed and killed. So a statement is looked at twice, by its parts and as the plan the database makes of it; the
 * plan alone does not show what stands in subqueries inside expressions.
 */
final class ReadOnlyGate {
    private static final Set<String> SHOWN =
            Set.of("ShowIndexes", "ShowConstraints", "ShowProcedures", "ShowFunctions");
    private static final Pattern LOAD = Pattern.compile("\\bLOAD\\s+CSV\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NESTED_CALL = Pattern.compile("ResolvedCall\\(([\\w.]+)");

    private ReadOnlyGate() {}

    /** Reads a statement; refuses what can be told from its parts alone. */
    static Statement read(String text) {
        if (!WholeCharacters.make(text)) {
            throw Problems.badRequest("the statement is " + WholeCharacters.PROBLEM);
        }
        if (text.contains("\\u") || text.contains("\\U")) {
            throw refused("a \\u escape", "write the character itself, or give it as a parameter");
        }
        Statement statement = Statement.read(text);
        Reading.check(statement);
        return statement;
    }

    /** Refuses what the database's plan shows; `explained` is the summary of EXPLAIN. */
    static void checkPlan(ResultSummary explained) {
        if (explained.hasPlan()) {
            checkOperators(explained.plan());
        }
        if (explained.queryType() != QueryType.READ_ONLY || !explained.hasPlan()) {
            throw refused("a statement that writes or administers", "this console only reads");
        }
    }

    private static void checkOperators(Plan plan) {
        String operator = plan.operatorType().replaceAll("@.*", "");
        String details =
                plan.arguments().getOrDefault("Details", Values.value("")).asString("");
        if (plan.operatorType().endsWith("@system") || operator.equals("AdministrationCommand")) {
            throw refused("an administration command", "this console only reads the graph");
        }
        if (operator.startsWith("Terminate") || (operator.startsWith("Show") && !SHOWN.contains(operator))) {
            throw refused(
                    operator.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toUpperCase(Locale.ROOT),
                    "this console only reads the graph");
        }
        if (operator.equals("LoadCSV") || LOAD.matcher(details).find()) {
            throw refused("LOAD CSV", "give the data as a parameter");
        }
        if (operator.equals("ProcedureCall")) {
            Reading.checkProcedure(details.replaceAll("\\(.*", ""));
        }
        NESTED_CALL.matcher(details).results().forEach(call -> Reading.checkProcedure(call.group(1)));
        plan.children().forEach(ReadOnlyGate::checkOperators);
    }

    private static HttpProblem refused(String part, String remedy) {
        return Problems.badRequest(part + " is not allowed here; " + remedy);
    }
}
