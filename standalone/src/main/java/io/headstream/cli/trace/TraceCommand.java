package io.headstream.cli.trace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headstream.cli.client.ApiClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Traces prompts, and waits for them. */
@Command(
        name = "trace",
        description = "Trace a prompt and show what it predicts",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  headstream trace --target ' Mary' --distractor ' John' 'When Mary and John went to the store, John gave a drink to'",
            "  headstream trace --again 5c1e0f6a-1",
            "  headstream trace --generate 5 --trace-steps 1,5 'Once upon a time'",
            "  headstream trace --chat --system 'Answer in one word.' 'What is the capital of Japan?'"
        })
public final class TraceCommand implements Callable<Integer> {
    @Mixin
    private ApiClient server = new ApiClient();

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "PROMPT", description = "One prompt or several, each quoted")
    private List<String> prompts = new ArrayList<>();

    @Option(
            names = "--again",
            paramLabel = "TRACE",
            description =
                    "Instead of a prompt: trace anew what a trace is of, as it was asked for; what is given beside it counts")
    private @Nullable String again;

    @Mixin
    private PromptOptions asked = new PromptOptions();

    @Mixin
    private GenerateOptions generate = new GenerateOptions();

    @Option(
            names = "--intervene",
            paramLabel = "FILE",
            description =
                    "Change the pass: a JSON list of interventions (docs/interventions.md). The pass as it is is traced too, where it is not there")
    private @Nullable Path intervene;

    @Override
    public Integer call() {
        ObjectNode body = again == null
                ? asked.body(prompts, "give one of a prompt, --tokens and --again")
                : asked.again(TracedBefore.request(server.get("/api/traces/" + again)), prompts);
        if (intervene != null) {
            body.set("interventions", InterventionFile.read(intervene));
        }
        generate.into(body);
        TraceRun run = new TraceRun(server, spec);
        run.show(run.run(body));
        return 0;
    }
}
