package io.headstream.cli.ask;

import com.fasterxml.jackson.databind.JsonNode;
import io.headstream.cli.client.ApiClient;
import io.headstream.cli.output.Output;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sets two traces, or two sets of traces, side by side. */
@Command(
        name = "compare",
        description = "Set two traces, or two sets of traces by tag, side by side",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A side is a trace's id or the beginning of it, latest, or tag:NAME. Differences are right minus left.",
            "",
            "Examples:",
            "  headstream compare 3f9c latest",
            "  headstream compare tag:ioi tag:capitals --sort effect --kind head",
            "  headstream compare 3f9c latest --by attention --component L4H5"
        })
public final class CompareCommand implements Callable<Integer> {
    @Mixin
    private ApiClient server = new ApiClient();

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "LEFT",
            description = "A trace's id, or the beginning of it; latest; tag:NAME")
    private String left = "";

    @Parameters(index = "1", paramLabel = "RIGHT", description = "The same")
    private String right = "";

    @Option(names = "--by", paramLabel = "WHAT", description = "components (default), positions, attention or tokens")
    private @Nullable String by;

    @Option(
            names = "--sort",
            paramLabel = "FIGURE",
            description = "The figure whose difference orders the rows: dla, effect, share, influence, weight ...")
    private @Nullable String sort;

    @Option(
            names = "--kind",
            paramLabel = "KINDS",
            description = "Only these: residual, head, attention, neuron, mlp, bias; several with commas")
    private @Nullable String kind;

    @Option(names = "--component", paramLabel = "NAME", description = "Only this one, such as L4H5")
    private @Nullable String component;

    @Option(
            names = "--position",
            paramLabel = "N",
            description =
                    "A position of the left prompt instead of the target's (of an answer of several tokens, of all of theirs); of sets, how many before the target")
    private @Nullable Integer position;

    @Option(names = "--model", paramLabel = "NAME", description = "Narrow tags to a model's traces")
    private @Nullable String model;

    @Option(names = "--limit", paramLabel = "ROWS", description = "Most rows (${DEFAULT-VALUE})", defaultValue = "25")
    private int limit = 25;

    @Override
    public Integer call() {
        JsonNode comparison = server.get("/api/compare?" + question());
        PrintWriter out = Output.of(spec);
        if (server.json()) {
            out.println(comparison.toPrettyString());
        } else {
            comparison.path("notes").forEach(note -> Output.errorsOf(spec)
                    .println("note: " + Output.shown(note.asText())));
            new ComparisonText(comparison).print(out);
            if (comparison.path("truncated").asBoolean()) {
                Output.errorsOf(spec).println("there are more rows: raise --limit");
            }
        }
        out.flush();
        return 0;
    }

    private String question() {
        Map<String, @Nullable Object> given = new LinkedHashMap<>();
        given.put("left", left);
        given.put("right", right);
        given.put("by", by);
        given.put("sort", sort);
        given.put("kind", kind);
        given.put("component", component);
        given.put("position", position);
        given.put("model", model);
        given.put("limit", limit);
        return ApiClient.query(given);
    }
}
