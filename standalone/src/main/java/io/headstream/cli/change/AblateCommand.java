package io.headstream.cli.change;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headstream.cli.client.ApiClient;
import io.headstream.cli.client.CommandFailure;
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

/** Takes components out of a pass. */
@Command(
        name = "ablate",
        description = "Trace a prompt without some components, and compare it with the pass as it is",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  headstream ablate L2H3 --path-to L4H5 'When Mary and John went to the store, John gave a drink to'",
            "  headstream ablate L4H5,L5H1 --target ' Mary' 'When Mary and John went to the store, John gave a drink to'"
        })
public final class AblateCommand implements Callable<Integer> {
    @Mixin
    private ApiClient server = new ApiClient();

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            index = "0",
            split = ",",
            paramLabel = "COMPONENT",
            description = "Heads, neurons, MLPs or sites: L4H5,L3N12,L5.mlp,3.hook_resid_mid")
    private List<String> components = new ArrayList<>();

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "PROMPT",
            description = "One prompt or several, each quoted")
    private List<String> prompts = new ArrayList<>();

    @Mixin
    private ChangedPrompt changed = new ChangedPrompt();

    @Option(
            names = "--mean-of",
            paramLabel = "PROMPT",
            description = "Put the mean over prompts in their place; may be repeated")
    private List<String> means = new ArrayList<>();

    @Option(
            names = "--by-position",
            description = "Each position has its own mean; prompts are as long as the one that is changed")
    private boolean byPosition;

    @Option(
            names = "--keys",
            split = ",",
            paramLabel = "P",
            description = "Of heads, only what they take of these keys")
    private List<Integer> keys = new ArrayList<>();

    @Option(names = "--mask", description = "With --keys: the other weights make 1 again")
    private boolean mask;

    @Option(
            names = "--freeze",
            split = ",",
            paramLabel = "WHAT",
            description = "Hold at what it is in the pass as it is: norms (their scales), patterns, mlps")
    private List<String> frozen = new ArrayList<>();

    @Override
    public Integer call() {
        if (mask && keys.isEmpty()) {
            throw CommandFailure.wrongInput("--mask is of --keys; give them");
        }
        if (changed.places().isPath() && !(keys.isEmpty() && means.isEmpty())) {
            throw CommandFailure.wrongInput("--path-to sets what it comes from to 0; leave out --keys and --mean-of");
        }
        ObjectNode body = changed.body(prompts);
        ArrayNode interventions = body.putArray("interventions");
        for (String component : components) {
            ObjectNode each = interventions.addObject();
            if (changed.places().isPath()) {
                changed.places().path(component, each, ApiClient.JSON.createObjectNode());
                continue;
            }
            ObjectNode at = changed.places().place(component);
            if (!keys.isEmpty()) {
                each.put("kind", mask ? "mask" : "remove");
                keys.forEach(at.withArray("keys")::add);
            } else if (means.isEmpty()) {
                each.put("kind", "zero");
            } else {
                each.put("kind", "mean");
                ObjectNode from = each.putObject("from");
                means.forEach(from.withArray("prompts")::add);
                if (byPosition) {
                    from.put("byPosition", true);
                }
            }
            each.set("at", at);
        }
        frozen.stream().flatMap(AblateCommand::sites).forEach(site -> interventions
                .addObject()
                .put("kind", "freeze")
                .putObject("at")
                .put("site", site));
        return new ChangeShown(server, spec).run(body);
    }

    private static Stream<String> sites(String what) {
        return switch (what) {
            case "norms" -> Stream.of("ln1.hook_scale", "ln2.hook_scale", "ln_final.hook_scale");
            case "patterns" -> Stream.of("attn.hook_pattern");
            case "mlps" -> Stream.of("hook_mlp_out");
            default -> throw CommandFailure.wrongInput("--freeze takes norms, patterns and mlps, not " + what);
        };
    }
}
