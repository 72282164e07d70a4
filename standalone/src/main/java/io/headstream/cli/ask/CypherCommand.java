package io.headstream.cli.ask;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headstream.cli.client.ApiClient;
import io.headstream.cli.output.Output;
import io.headstream.cli.output.QueryValues;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs read-only Cypher. */
@Command(
        name = "cypher",
        description = "Ask in Cypher (read-only)",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  headstream cypher 'MATCH (t:Trace) RETURN t.prompt, t.target, t.metricValue'"})
public final class CypherCommand implements Callable<Integer> {
    @Mixin
    private ApiClient server = new ApiClient();

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "STATEMENT", description = "The statement; - reads it from standard input")
    private String statement = "";

    @Option(
            names = {"-p", "--parameter"},
            paramLabel = "NAME=VALUE",
            description = "A parameter; may be repeated")
    private List<String> parameters = new ArrayList<>();

    @Option(names = "--limit", paramLabel = "ROWS", description = "Most rows to return")
    private @Nullable Integer limit;

    @Override
    public Integer call() {
        ObjectNode body =
                ApiClient.JSON.createObjectNode().put("statement", text()).put("limit", limit);
        ObjectNode values = body.putObject("parameters");
        QueryValues.typed(parameters).forEach((key, value) -> values.set(key, Output.value(value)));
        Output.result(server.post("/api/cypher", body), server.json(), "raise --limit", spec);
        return 0;
    }

    private String text() {
        return statement.equals("-")
                ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                        .lines()
                        .collect(Collectors.joining("\n"))
                : statement;
    }
}
