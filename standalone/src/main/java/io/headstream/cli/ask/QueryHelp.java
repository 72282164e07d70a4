package io.headstream.cli.ask;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.headstream.cli.client.CommandFailure;
import io.headstream.cli.output.Table;
import io.headstream.cypher.Column;
import io.headstream.cypher.Group;
import io.headstream.cypher.NamedQuery;
import io.headstream.cypher.Parameter;
import io.headstream.cypher.QueryException;
import io.headstream.cypher.QueryLibrary;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** What there is to ask, from the headers of the library's files; no server is needed. */
final class QueryHelp {
    private final QueryLibrary library = QueryLibrary.load();
    private final PrintWriter out;

    QueryHelp(PrintWriter out) {
        this.out = out;
    }

    /** Every question, by group. */
    void list() {
        for (Group group : Group.values()) {
            out.println("\n" + group.title());
            library.all().stream()
                    .filter(query -> query.group() == group)
                    .forEach(query -> out.printf("  %-38s %s%n", query.name(), query.title()));
        }
        out.flush();
    }

    /** One question, with what it takes and what it answers. */
    void one(String name) {
        NamedQuery query = named(name);
        out.println(query.title() + "\n" + query.explanation() + "\n");
        if (!query.parameters().isEmpty()) {
            Table table = new Table(List.of("parameter", "type", "default", "completed from", "meaning"));
            query.parameters()
                    .forEach(p -> table.row(
                            texts(p.name(), p.type().label(), defaultOf(p), completedFrom(p), p.explanation())));
            table.print(out);
            out.println();
        }
        Table table = new Table(List.of("column", "type", "meaning"));
        for (Column column : query.columns()) {
            table.row(texts(column.name(), column.type().label(), column.explanation()));
        }
        table.print(out);
    }

    /** The question's Cypher. */
    void statement(String name) {
        out.println("\n" + named(name).statement());
        out.flush();
    }

    private NamedQuery named(String name) {
        try {
            return library.get(name);
        } catch (QueryException e) {
            throw CommandFailure.wrongInput("there is no question '" + name + "'; `headstream query` lists them");
        }
    }

    private static String defaultOf(Parameter parameter) {
        return parameter.required() ? "required" : Objects.toString(parameter.defaultValue(), "any");
    }

    private static String completedFrom(Parameter parameter) {
        return switch (parameter.type()) {
            case TOKEN, TRACE, MODEL, HEAD, NEURON, TAG ->
                "the graph's " + parameter.type().label() + "s";
            case BOOLEAN -> "true, false";
            case STRING -> String.join(", ", parameter.choices());
            case INTEGER, FLOAT, POSITION -> "";
        };
    }

    private static List<JsonNode> texts(String... values) {
        return Arrays.stream(values)
                .<JsonNode>map(JsonNodeFactory.instance::textNode)
                .toList();
    }
}
