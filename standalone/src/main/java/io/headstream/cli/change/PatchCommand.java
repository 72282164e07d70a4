package io.headstream.cli.change;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headstream.cli.client.ApiClient;
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

/** Puts another prompt's activations into a pass. */
@Command(
        name = "patch",
        description = "Trace a prompt with activations of another one, and compare it with the pass as it is",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  headstream patch 3.hook_resid_pre --positions 10 --from 'When Mary and John went to the store, John gave a drink to' \\",
            "    --target ' Mary' --distractor ' John' 'When Mary and John went to the store, Mary gave a drink to'"
        })
public final class PatchCommand implements Callable<Integer> {
    @Mixin
    private ApiClient server = new ApiClient();

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            index = "0",
            split = ",",
            paramLabel = "COMPONENT",
            description = "Heads, neurons, MLPs or sites: L4H5,L3N12,L5.mlp,3.hook_resid_pre")
    private List<String> components = new ArrayList<>();

    @Option(
            names = "--from",
            required = true,
            paramLabel = "PROMPT",
            description = "The prompt whose activations are put in")
    private String from = "";

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
        ObjectNode body = changed.body(prompts);
        ArrayNode interventions = body.putArray("interventions");
        for (String component : components) {
            ObjectNode each = interventions.addObject().put("kind", "patch");
            if (changed.places().isPath()) {
                changed.places()
                        .path(component, each, ApiClient.JSON.createObjectNode().put("prompt", from));
                continue;
            }
            each.set("at", changed.places().place(component));
            each.putObject("from").put("prompt", from);
        }
        return new ChangeShown(server, spec).run(body);
    }
}
