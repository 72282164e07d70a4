package io.headstream.ingest.graph;

import io.headstream.schema.TraceSize;
import io.headstream.tracer.attribution.Question;
import io.headstream.tracer.trace.Trace;
import io.headstream.tracer.whole.HookPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a trace says of itself, beside its numbers.
 *
 * @param prompt the text as given; the text of the tokens where ids were given
 * @param proposed the distractor that is proposed for the target, if one is
 * @param notes remarks on how it was asked for
 * @param started when its pass began
 * @param link of a changed pass, to the one that it is compared with
 * @param step of a generation, which it is
 */
public record TraceHeader(
        String id,
        String model,
        String modelName,
        String prompt,
        String target,
        Optional<String> distractor,
        Optional<String> proposed,
        List<String> tags,
        List<String> notes,
        Instant started,
        Optional<Link> link,
        Optional<Step> step) {

    /**
     * To the trace of the pass as it is.
     *
     * @param interventions as text, to be made again
     * @param rows kind, components, positions and strength of those that are alike
     */
    public record Link(String baseline, String interventions, List<Map<String, Object>> rows) {}

    /**
     * In a generation.
     *
     * @param generation what its steps share
     * @param number from 1
     * @param text all that was generated
     * @param tokens the same
     */
    public record Step(String generation, int number, String text, List<Integer> tokens, String sampling) {
        Map<String, Object> properties() {
            return Map.of(
                    "generation", generation,
                    "step", number,
                    "generated", text,
                    "generatedTokens", tokens,
                    "sampling", sampling);
        }
    }

    /** Version of the stored form; a migration raises it. */
    static final int VERSION = 2;

    Map<String, Object> properties(Trace trace, List<String> texts) {
        Map<String, Object> p = new HashMap<>();
        p.put("id", id);
        p.put("model", model);
        p.put("modelName", modelName);
        p.put("prompt", prompt);
        p.put("target", target);
        p.put("targetToken", trace.question().target());
        distractor.ifPresent(d -> p.put("distractor", d));
        trace.question().distractor().ifPresent(token -> p.put("distractorToken", token));
        proposed.ifPresent(other -> p.put("proposedDistractor", other));
        if (trace.question().isSequence()) {
            p.putAll(answer(trace));
        }
        p.put("metric", metric(trace.question()));
        p.put("metricValue", trace.metric());
        p.put("constant", trace.constant());
        p.put("targetPosition", trace.question().position());
        p.put("targetRank", trace.targetRank());
        p.put("targetProbability", trace.targetProbability());
        p.put("detail", trace.options().detail().label());
        p.put("shares", trace.options().shares().label());
        p.put("effects", trace.options().effects().metric().label());
        p.put("steps", trace.options().effects().steps());
        p.put("coverage", trace.coverage().share());
        p.put("influenceCoverage", trace.coverage().influence());
        p.put("effectCoverage", trace.coverage().effect());
        p.put("edgeCoverage", trace.coverage().edges());
        p.put("budget", trace.options().budget().nodes());
        p.put("createdAt", started.toString());
        p.put("elapsed", Duration.between(started, Instant.now()).toMillis());
        p.put("nonFinite", trace.nonFinite());
        p.put("tags", tags);
        if (!notes.isEmpty()) {
            p.put("notes", notes);
        }
        link.ifPresent(to -> {
            p.put("interventions", to.interventions());
            p.put("baseline", to.baseline());
        });
        step.ifPresent(of -> p.putAll(of.properties()));
        Profile.of(trace).ifPresent(profile -> p.put("profile", profile));
        p.put("version", VERSION);
        p.put("positions", texts.size());
        p.put(
                "layers",
                1 + trace.hookPoints().stream().mapToInt(HookPoint::layer).max().orElse(-1));
        TraceSize size = size(trace, texts.size());
        p.put("nodes", size.nodes());
        p.put("relationships", size.relationships());
        return p;
    }

    private static String metric(Question question) {
        return question.isLogProbability()
                ? "log_probability"
                : question.distractors().isEmpty() ? "logit" : "logit_difference";
    }

    // token by token
    private static Map<String, Object> answer(Trace trace) {
        Map<String, Object> p = new HashMap<>();
        p.put("targetTokens", trace.question().targets());
        p.put("targetPositions", trace.question().positions().boxed().toList());
        p.put("targetRanks", trace.targetRanks());
        p.put(
                "targetLogProbabilities",
                trace.targetProbabilities().stream().map(Math::log).toList());
        if (!trace.question().distractors().isEmpty()) {
            p.put("distractorTokens", trace.question().distractors());
        }
        return p;
    }

    private static TraceSize size(Trace trace, int positions) {
        return new TraceSize(
                positions,
                trace.activations().size(),
                (int) trace.activations().stream()
                        .filter(a -> a.place().site().numbered())
                        .count(),
                trace.edges().size(),
                trace.tokenEdges().size(),
                trace.fired().size(),
                trace.predictions().size(),
                trace.patterns().size(),
                trace.hookPoints().size());
    }
}
