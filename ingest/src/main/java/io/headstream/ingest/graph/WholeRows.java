package io.headstream.ingest.graph;

import io.headstream.schema.Figure;
import io.headstream.schema.PatternScore;
import io.headstream.tracer.whole.AttentionPattern;
import io.headstream.tracer.whole.HeadPattern;
import io.headstream.tracer.whole.HookPoint;
import java.util.HashMap;
import java.util.Map;

/** What is kept whole of a pass, as write/trace/head-patterns.cypher and hook-points.cypher take it. */
final class WholeRows {
    private static final String BY_TOKEN = "ByToken"; // of properties that are lists by the answer's tokens

    private WholeRows() {}

    static Map<String, Object> headPattern(HeadPattern pattern) {
        Map<String, Object> row = new HashMap<>();
        row.put("layer", pattern.head().layer());
        row.put("head", pattern.head().number());
        row.put("name", pattern.head().toString());
        AttentionPattern attention = pattern.attention();
        row.put("starts", attention.starts());
        row.put("keys", attention.keys());
        put(row, "weights", attention.weights());
        put(row, "rest", attention.rest());
        for (Map.Entry<PatternScore, Double> score : attention.scores().entrySet()) {
            row.put(score.getKey().property(), score.getValue());
        }
        if (Double.isFinite(pattern.dla())) {
            row.put(Figure.DLA.property(), pattern.dla());
        }
        lists(row, pattern.byPosition(), "");
        lists(row, pattern.byToken(), BY_TOKEN);
        return row;
    }

    static Map<String, Object> hookPoint(HookPoint point) {
        Map<String, Object> row = new HashMap<>();
        row.put("layer", point.layer());
        row.put("site", point.site().toString());
        row.put("name", point.name());
        lists(row, point.byPosition(), "");
        lists(row, point.byToken(), BY_TOKEN);
        point.lens().ifPresent(lens -> {
            row.put(Figure.TARGET_RANK.property(), lens.targetRank());
            put(row, Figure.TARGET_PROBABILITY.property(), lens.targetProbability());
            row.put("tokens", lens.tokens());
            put(row, "probabilities", lens.probabilities());
        });
        return row;
    }

    private static void lists(Map<String, Object> row, Map<Figure, float[]> figures, String by) {
        figures.forEach((figure, values) -> put(row, figure.property() + by, values));
    }

    // a list with what is NaN or infinite in it, as weights that are so make it, is left out
    private static void put(Map<String, Object> row, String property, float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                return;
            }
            wide[i] = values[i];
        }
        row.put(property, wide);
    }
}
