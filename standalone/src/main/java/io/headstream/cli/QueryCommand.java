package io.headstream.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a named query; without a name, lists them. */
@Command(
        name = "query",
        description = "Ask a named question; without a name, list them",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  headstream query", "  headstream query heads-that-write-a-token -p 'token= Mary'"
        })
public final class QueryCommand implements Callable<Integer> {
    @Mixin
    private Server server = new Server();

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "The question's name")
    private @Nullable String name;

    @Option(
            names = {"-p", "--parameter"},
            paramLabel = "NAME=VALUE",
            description = "A parameter; may be repeated")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(
            names = "--explain",
            description = "Show the question's parameters, columns and Cypher instead of asking it")
    private boolean explain;

    @Override
    public Integer call() {
        if (name == null) {
            list();
        } else if (explain) {
            explain(name);
        } else {
            ObjectNode body = Server.JSON.createObjectNode();
            ObjectNode values = body.putObject("parameters");
            parameters.forEach((key, value) -> values.set(key, Output.value(value)));
            Output.result(server.post("/api/queries/" + Server.encode(name), body), server.json(), spec);
        }
        return 0;
    }

    private void list() {
        JsonNode queries = server.get("/api/queries");
        if (server.json()) {
            Output.of(spec).println(queries.toPrettyString());
        } else {
            Table table = new Table(List.of("group", "name", "title"));
            queries.path("items").forEach(q -> table.row(List.of(q.path("group"), q.path("name"), q.path("title"))));
            table.print(Output.of(spec));
        }
    }

    private void explain(String wanted) {
        PrintWriter out = Output.of(spec);
        for (JsonNode query : server.get("/api/queries").path("items")) {
            if (query.path("name").asText().equals(wanted)) {
                out.println(query.path("title").asText() + "\n"
                        + query.path("explanation").asText() + "\n");
                Table table = new Table(List.of("parameter", "type", "default", "meaning"));
                query.path("parameters")
                        .forEach(p -> table.row(
                                List.of(p.path("name"), p.path("type"), p.path("default"), p.path("explanation"))));
                table.print(out);
                out.println("\n" + query.path("statement").asText());
                out.flush();
                return;
            }
        }
        throw CommandFailure.wrongInput("there is no question '" + wanted + "'; `headstream query` lists them");
    }
}
