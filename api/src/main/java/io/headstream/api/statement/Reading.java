package io.headstream.api.statement;

import io.headstream.api.graph.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.tree.ParseTree;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.CallClauseContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.FunctionInvocationContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.LoadCSVClauseContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.StatementContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.StatementsContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.SubqueryInTransactionsParametersContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.UseClauseContext;

/** What a statement that only reads may consist of. What its parts do beyond that, the database's plan shows. */
public final class Reading {
    private static final Set<String> PROCEDURES = Set.of(
            "db.labels",
            "db.relationshipTypes",
            "db.propertyKeys",
            "db.schema.visualization",
            "db.schema.nodeTypeProperties",
            "db.schema.relTypeProperties",
            "db.index.fulltext.queryNodes",
            "db.index.fulltext.queryRelationships",
            "db.index.vector.queryNodes",
            "db.index.vector.queryRelationships");
    private static final Set<String> OPTIONS = Set.of("runtime", "planner");
    private static final Pattern BUILT_IN = Pattern.compile(
            "[^.]*|(?:date|datetime|localdatetime|localtime|time)\\.(?:transaction|statement|realtime|truncate|fromEpoch\\w*)"
                    + "|duration\\.(?:between|in\\w+)|point\\.(?:distance|withinBBox)|vector\\.similarity\\.\\w+",
            Pattern.CASE_INSENSITIVE);

    private Reading() {}

    /** Fails with status 400 for a statement of which a part is not allowed; names the part. */
    public static void check(Statement statement) {
        checkOptions(statement.options());
        statement.tree().filter(StatementsContext.class::isInstance).ifPresent(tree -> {
            int statements = tree.getRuleContexts(StatementContext.class).size();
            if (statements > 1) {
                throw Problems.badRequest("give exactly one statement, not " + statements);
            }
        });
        statement.parts().forEach(Reading::check);
        statement.parts().forEach(Reading::checkGraph); // last, as what is done to another graph says more
    }

    /** Fails with status 400 for a procedure that is not on the list. */
    public static void checkProcedure(String name) {
        if (!PROCEDURES.contains(name)) {
            throw refused(
                    "procedure " + name,
                    "those allowed are "
                            + String.join(", ", PROCEDURES.stream().sorted().toList()));
        }
    }

    private static void checkOptions(List<String> options) {
        for (String option : options) {
            if (option.equals("EXPLAIN") || option.equals("PROFILE")) {
                throw refused(option, "leave it out, and the statement is run; POST /api/cypher/plan shows the plan");
            }
            if (!OPTIONS.contains(option.toLowerCase(Locale.ROOT))) {
                throw refused("option " + option, "those allowed are runtime and planner");
            }
        }
    }

    private static void check(ParseTree part) {
        if (part instanceof LoadCSVClauseContext) {
            throw refused("LOAD CSV", "give the data as a parameter");
        }
        if (part instanceof SubqueryInTransactionsParametersContext) {
            throw refused("CALL ... IN TRANSACTIONS", "leave IN TRANSACTIONS out");
        }
        if (part instanceof CallClauseContext call) {
            checkProcedure(Names.of(call.procedureName()));
        }
        if (part instanceof FunctionInvocationContext call) {
            String name = Names.of(call.functionName());
            if (!BUILT_IN.matcher(name).matches()) {
                throw refused("function " + name, "only Cypher's own functions are, by their plain names");
            }
        }
    }

    private static void checkGraph(ParseTree part) {
        if (part instanceof UseClauseContext) {
            throw refused("USE", "leave it out: the graph is the only one");
        }
    }

    private static HttpProblem refused(String part, String remedy) {
        return Problems.badRequest(part + " is not allowed here; " + remedy);
    }
}
