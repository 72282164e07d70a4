package io.headstream.tracer.decompose;

import static io.headstream.tracer.decompose.Measure.DLA;
import static io.headstream.tracer.decompose.Measure.SHARE;
import static io.headstream.tracer.decompose.PartKind.HEAD;
import static io.headstream.tracer.decompose.PartKind.MLP_OUT;

import io.headstream.schema.Figure;
import io.headstream.tracer.attribution.Question;
import io.headstream.tracer.effect.AnswerEffects;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Of an answer of several tokens, the figures of heads and mlp_out for each of its tokens alone, over all positions: dla at the token's position, effect on
 * its part of the metric, influence as it begins there alone. Dla and effects add up to those of the answer, of influence it is the mean.
 *
 * @param heads by head, [token] each
 * @param mlp [token] each
 */
public record ByToken(List<Map<Figure, float[]>> heads, Map<Figure, float[]> mlp) {
    /** Of answers of one token. */
    static ByToken none(int heads) {
        return new ByToken(
                IntStream.range(0, heads)
                        .mapToObj(h -> Map.<Figure, float[]>of())
                        .toList(),
                Map.of());
    }

    /** Layer by layer, from the last to the first. */
    static final class Layers {
        private final Question question;
        private final @Nullable AnswerEffects effects;
        private final List<Influence> influences = new ArrayList<>();

        Layers(int positions, Question question, @Nullable AnswerEffects effects) {
            this.question = question;
            this.effects = effects;
            if (question.isSequence() && question.targets().size() <= AnswerEffects.MOST_TOKENS) {
                question.positions().forEach(p -> influences.add(new Influence(positions, IntStream.of(p))));
            }
        }

        /** A layer's, whose shares and dla are known. */
        ByToken of(LayerTable table) {
            int heads = table.size().heads();
            if (influences.isEmpty()) {
                return none(heads);
            }
            List<Influence.Passed> passed =
                    influences.stream().map(each -> each.back(table)).toList();
            List<Map<Figure, float[]>> all = new ArrayList<>();
            for (int h = 0; h < heads; h++) {
                all.add(figures(table, HEAD, h, passed));
            }
            return new ByToken(all, figures(table, MLP_OUT, 0, passed));
        }

        private Map<Figure, float[]> figures(
                LayerTable table, PartKind kind, int index, List<Influence.Passed> passed) {
            int tokens = passed.size();
            float[] dla = new float[tokens];
            float[] influence = new float[tokens];
            for (int i = 0; i < tokens; i++) {
                dla[i] = (float) table.get(kind, DLA, question.position() + i, index);
                double[] whole =
                        kind == HEAD ? passed.get(i).after() : passed.get(i).state();
                double sum = 0;
                for (int p = 0; p < whole.length; p++) {
                    sum += whole[p] * table.get(kind, SHARE, p, index);
                }
                influence[i] = (float) sum;
            }
            Map<Figure, float[]> figures = new EnumMap<>(Figure.class);
            figures.put(Figure.DLA, dla);
            figures.put(Figure.INFLUENCE, influence);
            if (effects != null) {
                int layer = table.size().layer();
                figures.put(Figure.EFFECT, kind == HEAD ? effects.head(layer, index) : effects.mlp(layer));
            }
            return figures;
        }
    }
}
