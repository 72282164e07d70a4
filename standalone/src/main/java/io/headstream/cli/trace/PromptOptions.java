package io.headstream.cli.trace;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headstream.cli.client.ApiClient;
import io.headstream.cli.client.CommandFailure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a prompt is traced, as all commands take it that trace one. */
public final class PromptOptions {
    @Option(names = "--tokens", split = ",", paramLabel = "ID", description = "Token ids instead of a prompt: 3,5,7")
    private List<Integer> tokens = new ArrayList<>();

    @Option(
            names = "--chat",
            description =
                    "Put the prompts into the model's chat template as turns: what a user says, what the assistant answers, what the user says then ...")
    private boolean chat;

    @Option(names = "--system", paramLabel = "TEXT", description = "With --chat: what the system's message says")
    private @Nullable String system;

    @Option(
            names = "--bos",
            paramLabel = "BOS",
            description =
                    "What is put before a prompt: auto, what the tokenizer puts there unless the prompt begins with it (default); add a BOS; none")
    private @Nullable String bos;

    @Option(names = "--model", paramLabel = "NAME", description = "The model; the default one if left out")
    private @Nullable String model;

    @Option(
            names = "--target",
            paramLabel = "TOKEN",
            description =
                    "The token to explain, or an answer of several tokens; a leading space matters. As it is shown: [17] by its id, [17][23] by several, <0xE2> by its bytes, \\\\n (docs/tokens.md)")
    private @Nullable String target;

    @Option(names = "--target-tokens", split = ",", paramLabel = "ID", description = "The same as token ids: 17,23")
    private List<Integer> targetTokens = new ArrayList<>();

    @Option(
            names = "--distractor",
            paramLabel = "TOKEN",
            description = "Explain the target's logit minus this token's; as many tokens as the target has")
    private @Nullable String distractor;

    @Option(names = "--distractor-tokens", split = ",", paramLabel = "ID", description = "The same as token ids: 17,23")
    private List<Integer> distractorTokens = new ArrayList<>();

    @Option(
            names = "--metric",
            paramLabel = "METRIC",
            description =
                    "logit, or difference: without a distractor one is proposed (default: difference with a distractor, else logit)")
    private @Nullable String metric;

    @Option(
            names = "--position",
            paramLabel = "N",
            description = "The position whose prediction is explained, from 0 (default: the last)")
    private @Nullable Integer position;

    @Option(names = "--detail", paramLabel = "DETAIL", description = "stream, heads, neurons (default) or full")
    private @Nullable String detail;

    @Option(names = "--shares", paramLabel = "MEASURE", description = "l1 (default) or l2")
    private @Nullable String shares;

    @Option(
            names = "--effects",
            paramLabel = "METRIC",
            description = "What effects are estimated of: logit (default), probability or none")
    private @Nullable String effects;

    @Option(names = "--steps", paramLabel = "N", description = "Points of integrated gradients, 1 (default) to 64")
    private @Nullable Integer steps;

    @Option(
            names = "--budget",
            paramLabel = "NODES",
            description = "Nodes that the trace may have at most, 1000 to 200000 (default: 12000)")
    private @Nullable Integer budget;

    @Option(
            names = "--measure",
            paramLabel = "WHAT",
            description =
                    "Set each to zero in turn and measure what it does, in the same job: mlps, heads, all or none (default)")
    private @Nullable String measure;

    @Option(names = "--force", description = "Trace what is refused for its size")
    private boolean force;

    @Option(names = "--tag", paramLabel = "TAG", description = "A label to find the trace by; may be repeated")
    private List<String> tags = new ArrayList<>();

    /**
     * What is posted.
     *
     * @throws CommandFailure where there is neither prompt nor tokens, or both
     */
    public ObjectNode body(List<String> prompts) {
        return body(prompts, "give a prompt, or --tokens");
    }

    /**
     * As above.
     *
     * @param otherwise what to give where there is neither or both
     */
    ObjectNode body(List<String> prompts, String otherwise) {
        if (prompts.isEmpty() == tokens.isEmpty()) {
            throw CommandFailure.wrongInput(otherwise);
        }
        ObjectNode body = ApiClient.JSON.createObjectNode();
        if (chat || system != null) {
            chat(body.putArray("messages"), prompts);
        } else if (!tokens.isEmpty()) {
            tokens.forEach(body.putArray("tokens")::add);
        } else if (prompts.size() == 1) {
            body.put("prompt", prompts.get(0));
        } else {
            prompts.forEach(body.putArray("prompts")::add);
        }
        return withOptions(body);
    }

    private void chat(ArrayNode messages, List<String> prompts) {
        if (!chat || prompts.isEmpty()) {
            throw CommandFailure.wrongInput("--chat goes with prompts, and --system with --chat");
        }
        if (system != null) {
            messages.addObject().put("role", "system").put("content", system);
        }
        for (int i = 0; i < prompts.size(); i++) {
            messages.addObject().put("role", i % 2 == 0 ? "user" : "assistant").put("content", prompts.get(i));
        }
    }

    /** What was asked before, with what is given now. */
    ObjectNode again(ObjectNode before, List<String> prompts) {
        if (!prompts.isEmpty() || !tokens.isEmpty() || chat || system != null) {
            throw CommandFailure.wrongInput("give one of a prompt, --tokens and --again");
        }
        return withOptions(before);
    }

    private ObjectNode withOptions(ObjectNode body) {
        Map<String, @Nullable Object> options = new LinkedHashMap<>();
        options.put("model", model);
        options.put("bos", bos);
        options.put("target", target);
        options.put("targetTokens", targetTokens.isEmpty() ? null : targetTokens);
        options.put("distractor", distractor);
        options.put("distractorTokens", distractorTokens.isEmpty() ? null : distractorTokens);
        options.put("metric", metric);
        options.put("position", position);
        options.put("detail", detail);
        options.put("shares", shares);
        options.put("effects", effects);
        options.put("steps", steps);
        options.put("budget", budget);
        options.put("measure", measure);
        options.values().removeIf(Objects::isNull);
        options.forEach(body::putPOJO);
        if (force) {
            body.put("force", true);
        }
        tags.forEach(body.withArray("tags")::add);
        return body;
    }
}
