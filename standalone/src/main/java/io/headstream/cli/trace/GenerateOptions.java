package io.headstream.cli.trace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headstream.cli.client.CommandFailure;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is generated after a prompt, and which of it is traced. */
final class GenerateOptions {
    @Option(
            names = "--generate",
            paramLabel = "N",
            description = "Let the model go on for N tokens, and trace what says each (docs/generation.md)")
    private @Nullable Integer tokens;

    @Option(
            names = "--temperature",
            paramLabel = "T",
            description = "With --generate: choose by chance; 0, the default, takes the most probable token")
    private @Nullable Double temperature;

    @Option(names = "--top-k", paramLabel = "K", description = "Only the K most probable tokens")
    private @Nullable Integer topK;

    @Option(names = "--top-p", paramLabel = "P", description = "Only the fewest tokens whose probabilities make P")
    private @Nullable Double topP;

    @Option(names = "--seed", paramLabel = "N", description = "The same choices for the same seed (default: 0)")
    private @Nullable Long seed;

    @Option(
            names = "--trace-steps",
            paramLabel = "STEPS",
            description = "Which steps are traced: all (default), last, or some from 1: 1,3")
    private @Nullable String steps;

    /**
     * Puts it into a job's request.
     *
     * @throws CommandFailure where it makes no sense
     */
    void into(ObjectNode body) {
        Map<String, @Nullable Object> given = new LinkedHashMap<>();
        given.put("tokens", tokens);
        given.put("temperature", temperature);
        given.put("topK", topK);
        given.put("topP", topP);
        given.put("seed", seed);
        given.values().removeIf(Objects::isNull);
        if (tokens == null) {
            if (!given.isEmpty() || steps != null) {
                throw CommandFailure.wrongInput(
                        "--temperature, --top-k, --top-p, --seed and --trace-steps go with --generate");
            }
            return;
        }
        ObjectNode generate = body.putObject("generate");
        given.forEach(generate::putPOJO);
        if (steps != null && steps.matches("\\d{1,9}(,\\d{1,9})*")) {
            Arrays.stream(steps.split(",")).map(Integer::valueOf).forEach(generate.putArray("steps")::add);
        } else if (steps != null) {
            generate.put("trace", steps);
        }
    }
}
