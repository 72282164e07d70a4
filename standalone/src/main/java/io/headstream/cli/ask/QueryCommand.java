package io.headstream.cli.ask;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headstream.cli.client.ApiClient;
import io.headstream.cli.output.Output;
import io.headstream.cli.output.QueryValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
        footer = {
            "",
            "Examples:",
            "  headstream query",
            "  headstream query heads-that-write-a-token --help",
            "  headstream query heads-that-write-a-token 'token= Mary'"
        })
public final class QueryCommand implements Callable<Integer> {
    @Mixin
    private ApiClient server = new ApiClient();

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "The question's name")
    private @Nullable String name;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "NAME=VALUE",
            description = "Its parameters, such as 'token= Mary'")
    private List<String> given = new ArrayList<>();

    @Option(
            names = {"-p", "--parameter"},
            paramLabel = "NAME=VALUE",
            description = "A parameter, likewise; may be repeated")
    private List<String> parameters = new ArrayList<>();

    @Option(
            names = "--explain",
            description = "Show the question's parameters, columns and Cypher instead of asking it")
    private boolean explain;

    @Option(
            names = {"-h", "--help"},
            description =
                    "Show this and list the questions by group; with a question's name, its parameters and columns")
    private boolean wantsHelp;

    @Override
    public Integer call() {
        QueryHelp help = new QueryHelp(Output.of(spec));
        if (wantsHelp && name == null) {
            spec().commandLine().usage(Output.of(spec));
            help.list();
        } else if (wantsHelp || explain) {
            String wanted = Objects.requireNonNullElse(name, "");
            help.one(wanted);
            if (explain) {
                help.statement(wanted);
            }
        } else if (name == null && server.json()) {
            Output.of(spec).println(server.get("/api/queries").toPrettyString());
        } else if (name == null) {
            help.list();
        } else {
            ask(name);
        }
        return 0;
    }

    private void ask(String question) {
        ObjectNode body = ApiClient.JSON.createObjectNode();
        ObjectNode values = body.putObject("parameters");
        List<String> all = new ArrayList<>(given);
        all.addAll(parameters);
        QueryValues.put(values, question, QueryValues.typed(all));
        Output.result(
                server.post("/api/queries/" + ApiClient.encode(question), body), server.json(), "give limit=N", spec);
    }

    private CommandSpec spec() {
        return Objects.requireNonNull(spec);
    }
}
