package io.headstream.ingest.graph;

import io.headstream.tracer.trace.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a trace says of itself, beside its numbers.
 *
 * @param prompt the text as given; the tokens' text where ids were given
 * @param started when its pass began
 */
public record TraceHeader(
        String id,
        String model,
        String modelName,
        String prompt,
        String target,
        Optional<String> distractor,
        List<String> tags,
        Instant started) {
    /** Version of the stored form; a migration raises it. */
    static final int VERSION = 1;

    Map<String, Object> properties(Trace trace, List<String> texts) {
        Map<String, Object> p = new HashMap<>();
        p.put("id", id);
        p.put("model", model);
        p.put("modelName", modelName);
        p.put("prompt", prompt);
        p.put("target", target);
        p.put("targetToken", trace.question().target());
        distractor.ifPresent(d -> p.put("distractor", d));
        p.put("metric", distractor.isPresent() ? "logit_difference" : "logit");
        p.put("metricValue", trace.metric());
        p.put("constant", trace.constant());
        p.put("targetPosition", trace.question().position());
        p.put("targetRank", trace.targetRank());
        p.put("targetProbability", trace.targetProbability());
        p.put("detail", trace.options().detail().label());
        p.put("shares", trace.options().shares().label());
        p.put("effects", trace.options().effects().metric().label());
        p.put("steps", trace.options().effects().steps());
        p.put("effectCoverage", trace.effectCoverage());
        p.put("createdAt", started.toString());
        p.put("elapsed", Duration.between(started, Instant.now()).toMillis());
        p.put("coverage", trace.coverage());
        p.put("nonFinite", trace.nonFinite());
        p.put("tags", tags);
        Profile.of(trace).ifPresent(profile -> p.put("profile", profile));
        p.put("version", VERSION);
        p.put("positions", texts.size());
        p.put(
                "layers",
                1
                        + trace.activations().stream()
                                .mapToInt(a -> a.place().layer())
                                .max()
                                .orElse(-1));
        p.put("nodes", trace.activations().size() + texts.size() + 1);
        p.put("relationships", relationships(trace, texts.size()));
        return p;
    }

    private static int relationships(Trace trace, int positions) {
        int components = (int) trace.activations().stream()
                .filter(a -> a.place().number() >= 0)
                .count();
        int prompt = 3 * positions - 1; // HAS_POSITION, IS, NEXT
        return 1
                + prompt
                + components
                + trace.edges().size()
                + trace.tokenEdges().size()
                + trace.fired().size()
                + trace.predictions().size();
    }
}
