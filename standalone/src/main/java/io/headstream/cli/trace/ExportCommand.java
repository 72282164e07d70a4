package io.headstream.cli.trace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headstream.cli.client.ApiClient;
import io.headstream.cli.client.CommandFailure;
import io.headstream.cli.output.Output;
import io.headstream.cli.output.QueryValues;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a trace, or an answer, into a file. */
@Command(
        name = "export",
        description = "Write a trace, or the answer to a question, into a file for other tools",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  headstream export latest --format graphml",
            "  headstream export latest --format json --out mary.json",
            "  headstream export latest --format svg --out mary.svg",
            "  headstream export --query strongest-contributors --format parquet",
            "  headstream export --cypher 'MATCH (t:Trace) RETURN t.prompt, t.metricValue' --format csv --out -"
        })
public final class ExportCommand implements Callable<Integer> {
    /** Not a form of the whole trace but a picture of it, so an address of its own. */
    private static final String SVG = "svg";

    @Mixin
    private ApiClient server = new ApiClient();

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "TRACE", description = "A trace's id, or latest")
    private @Nullable String trace;

    @Option(names = "--query", paramLabel = "NAME", description = "The answer to a named question instead")
    private @Nullable String query;

    @Option(names = "--cypher", paramLabel = "STATEMENT", description = "The answer to a statement instead")
    private @Nullable String cypher;

    @Option(
            names = {"-p", "--parameter"},
            paramLabel = "NAME=VALUE",
            description = "A parameter of the question; may be repeated")
    private List<String> parameters = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "json (of a trace, what import takes), graphml, csv, parquet or, of a trace, circuit-tracer, or svg: the picture of its story")
    private String format = "json";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The file to write; - is standard output (default: named by the server, in this folder)")
    private @Nullable String out;

    @Override
    public Integer call() {
        HttpResponse<InputStream> response = open();
        new SavedFile(out, spec).save(response);
        if (response.headers()
                .firstValue("X-Headstream-Truncated")
                .filter("true"::equals)
                .isPresent()) {
            Output.errorsOf(spec).println("there are more rows than an export has; narrow the question");
        }
        return 0;
    }

    private HttpResponse<InputStream> open() {
        if (Stream.of(trace, query, cypher).filter(given -> given != null).count() != 1) {
            throw CommandFailure.wrongInput("give one of a trace (its id, or latest), --query and --cypher");
        }
        String as = "/export?format=" + ApiClient.encode(format);
        ObjectNode body = ApiClient.JSON.createObjectNode();
        ObjectNode values = body.putObject("parameters");
        if (query != null) {
            QueryValues.put(values, query, QueryValues.typed(parameters));
            return server.open("/api/queries/" + ApiClient.encode(query) + as, body);
        }
        if (cypher != null) {
            QueryValues.typed(parameters).forEach((key, value) -> values.set(key, Output.value(value)));
            return server.open("/api/cypher" + as, body.put("statement", cypher));
        }
        if (!parameters.isEmpty()) {
            throw CommandFailure.wrongInput("-p is for --query and --cypher; a trace is exported whole");
        }
        return server.open(
                "/api/traces/" + ApiClient.encode(String.valueOf(trace)) + (format.equals(SVG) ? "/story.svg" : as));
    }
}
