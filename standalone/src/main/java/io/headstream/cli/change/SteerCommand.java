package io.headstream.cli.change;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headstream.cli.client.ApiClient;
import io.headstream.cli.client.CommandFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Adds a vector to a pass. */
@Command(
        name = "steer",
        description = "Trace a prompt with a vector added at a site, and compare it with the pass as it is",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  headstream steer 3.hook_resid_pre --towards ' Mary' --strength 4 --at-target 'When Mary and John went to the store,'"
        })
public final class SteerCommand implements Callable<Integer> {
    @Mixin
    private ApiClient server = new ApiClient();

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "SITE", description = "Where: 3.hook_resid_pre, L3H4, L5.mlp")
    private String site = "";

    @Option(names = "--towards", paramLabel = "TOKEN", description = "Add the token's column of W_U")
    private @Nullable String towards;

    @Option(names = "--embedding", paramLabel = "TOKEN", description = "Add the token's row of W_E")
    private @Nullable String embedding;

    @Option(names = "--neuron", paramLabel = "NEURON", description = "Add the neuron's row of W_out")
    private @Nullable String neuron;

    @Option(
            names = "--from",
            paramLabel = "PROMPT",
            description = "With --minus: add the difference of two prompts' activations")
    private @Nullable String from;

    @Option(names = "--minus", paramLabel = "PROMPT", description = "What is taken off --from")
    private @Nullable String minus;

    @Option(
            names = "--strength",
            paramLabel = "X",
            defaultValue = "1",
            description = "What the vector is multiplied by (${DEFAULT-VALUE})")
    private double strength;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "PROMPT",
            description = "One prompt or several, each quoted")
    private List<String> prompts = new ArrayList<>();

    @Mixin
    private ChangedPrompt changed = new ChangedPrompt();

    @Override
    public Integer call() {
        long given = Stream.of(towards, embedding, neuron, from)
                .filter(Objects::nonNull)
                .count();
        if (given != 1 || (from == null) != (minus == null)) {
            throw CommandFailure.wrongInput("give one of --towards, --embedding, --neuron, or --from with --minus");
        }
        ObjectNode body = changed.body(prompts);
        ObjectNode add =
                body.putArray("interventions").addObject().put("kind", "add").put("strength", strength);
        add.set("at", changed.places().place(site));
        ObjectNode vector = add.putObject("from");
        vector.put("unembedding", towards)
                .put("embedding", embedding)
                .put("neuron", neuron)
                .put("prompt", from)
                .put("minus", minus);
        return new ChangeShown(server, spec).run(body);
    }
}
