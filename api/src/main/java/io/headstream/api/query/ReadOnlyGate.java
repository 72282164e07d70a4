package io.headstream.api.query;

import io.headstream.api.graph.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.neo4j.driver.Values;
import org.neo4j.driver.summary.Plan;
import org.neo4j.driver.summary.QueryType;
import org.neo4j.driver.summary.ResultSummary;

/**
 * What may be run on a user's word. The database's own READ mode is no sandbox: it lets LOAD CSV fetch any address, and
 * transactions be listed and killed. So a statement is looked at twice, as words and as the plan the database makes of it; the
 * plan alone does not show what stands in subqueries inside expressions.
 */
final class ReadOnlyGate {
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
    private static final Set<String> SHOWN =
            Set.of("ShowIndexes", "ShowConstraints", "ShowProcedures", "ShowFunctions");
    private static final Pattern EXPLAINED =
            Pattern.compile("\\s*(?:CYPHER\\b[^{(]*?\\s)?(EXPLAIN|PROFILE)\\b.*", flags());
    private static final Pattern LOAD = Pattern.compile("\\bLOAD\\s+CSV\\b", flags());
    private static final Pattern TRANSACTIONS = Pattern.compile("\\}\\s*IN\\b[^{}]*?\\bTRANSACTIONS?\\b", flags());
    private static final Pattern CALL = Pattern.compile("(?<![.:$\\w])CALL\\s+(\\w+(?:\\s*\\.\\s*\\w+)+)", flags());
    private static final Pattern NESTED_CALL = Pattern.compile("ResolvedCall\\(([\\w.]+)");

    private static final Pattern OPTIONS =
            Pattern.compile("\\s*CYPHER\\b((?:\\s*[\\d.]+)?(?:\\s*\\w+\\s*=\\s*\\w+)*)", flags());
    private static final Pattern OPTION = Pattern.compile("(?!(?:runtime|planner)\\b)\\b(\\w+)\\s*=", flags());
    private static final Pattern USE =
            Pattern.compile("(?:^|[{;]|\\b(?:UNION|ALL|DISTINCT)\\b)\\s*USE\\s+\\w", flags());
    private static final Pattern FUNCTION =
            Pattern.compile("(?<![.:$\\w])(\\w+(?:\\s*\\.\\s*\\w+)+)\\s*\\(|\\b(quoted_)\\s*\\(", flags());
    private static final Pattern BUILT_IN = Pattern.compile(
            "(?:date|datetime|localdatetime|localtime|time)\\.(?:transaction|statement|realtime|truncate|fromEpoch\\w*)"
                    + "|duration\\.(?:between|in\\w+)|point\\.(?:distance|withinBBox)|vector\\.similarity\\.\\w+",
            flags());

    private ReadOnlyGate() {}

    /** Refuses what can be told from the words alone; returns them, as {@link StatementWords}. */
    static String checkWords(String statement) {
        StatementShape.checkLength(statement);
        if (statement.contains("\\u") || statement.contains("\\U")) {
            throw refused("a \\u escape", "write the character itself, or give it as a parameter");
        }
        String words = StatementWords.of(statement);
        StatementShape.check(words);
        checkStart(words);
        if (LOAD.matcher(words).find()) {
            throw refused("LOAD CSV", "give the data as a parameter");
        }
        if (TRANSACTIONS.matcher(words).find()) {
            throw refused("CALL ... IN TRANSACTIONS", "leave IN TRANSACTIONS out");
        }
        checkNames(words);
        checkGraph(words);
        return words;
    }

    private static void checkStart(String words) {
        Matcher explained = EXPLAINED.matcher(words);
        if (explained.matches()) {
            throw refused(
                    explained.group(1).toUpperCase(Locale.ROOT),
                    "leave it out, and the statement is run; POST /api/cypher/plan shows the plan");
        }
        Matcher options = OPTIONS.matcher(words);
        Matcher option = OPTION.matcher(options.lookingAt() ? options.group(1) : "");
        if (option.find()) {
            throw refused("option " + option.group(1), "those allowed are runtime and planner");
        }
    }

    private static void checkGraph(String words) {
        Matcher options = OPTIONS.matcher(words);
        if (USE.matcher(options.lookingAt() ? words.substring(options.end()) : words)
                .find()) {
            throw refused("USE", "leave it out: the graph is the only one");
        }
    }

    private static void checkNames(String words) {
        Set<Integer> procedures = new HashSet<>();
        CALL.matcher(words).results().forEach(call -> {
            procedures.add(call.start(1));
            checkProcedure(plain(call.group(1)));
        });
        FUNCTION.matcher(words)
                .results()
                .filter(call -> !procedures.contains(call.start()))
                .map(call -> plain(call.group().replace("(", "")))
                .filter(name -> !BUILT_IN.matcher(name).matches())
                .forEach(name -> {
                    throw refused("function " + name, "only Cypher's own functions are, by their plain names");
                });
    }

    private static String plain(String name) {
        return name.replaceAll("\\s", "");
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
            checkProcedure(details.replaceAll("\\(.*", ""));
        }
        NESTED_CALL.matcher(details).results().forEach(call -> checkProcedure(call.group(1)));
        plan.children().forEach(ReadOnlyGate::checkOperators);
    }

    private static void checkProcedure(String name) {
        if (!PROCEDURES.contains(name)) {
            throw refused(
                    "procedure " + name,
                    "those allowed are "
                            + String.join(", ", PROCEDURES.stream().sorted().toList()));
        }
    }

    private static HttpProblem refused(String part, String remedy) {
        return Problems.badRequest(part + " is not allowed here; " + remedy);
    }

    private static int flags() {
        return Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
    }
}
