package io.headstream.tracer.whole;

import io.headstream.schema.ActivationId;
import io.headstream.schema.Figure;
import io.headstream.schema.Site;
import io.headstream.tracer.attribution.VocabularyProjection.Reading;
import io.headstream.tracer.attribution.VocabularyProjection.TokenScore;
import io.headstream.tracer.decompose.ByToken;
import io.headstream.tracer.decompose.LayerTable;
import io.headstream.tracer.decompose.PartKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A site of a layer at all positions: a residual state, attn_out or mlp_out.
 *
 * @param layer 0 for the embedding
 * @param byPosition norm, influence and, where there are such, share and effect, [pos] each
 * @param lens what the vocabulary projection reads; empty where it is not asked for at every position
 * @param byToken of mlp_out, and an answer of several tokens, dla, influence and, where there are effects, effect for each of them alone, [token]
 *     each; empty otherwise
 */
public record HookPoint(
        Site site, int layer, Map<Figure, float[]> byPosition, Optional<Lens> lens, Map<Figure, float[]> byToken) {
    /** Tokens listed a position. */
    static final int TOP = 5;

    /**
     * The logit lens along a site.
     *
     * @param targetRank [pos], from 1
     * @param targetProbability [pos]
     * @param tokens ids of the most probable ones, position by position, {@link #TOP} of each or, of smaller vocabularies, all
     * @param probabilities theirs
     */
    public record Lens(int[] targetRank, float[] targetProbability, int[] tokens, float[] probabilities) {
        static Lens of(List<Reading> readings) {
            int top = Math.min(TOP, readings.get(0).top().size());
            Lens lens = new Lens(
                    new int[readings.size()],
                    new float[readings.size()],
                    new int[readings.size() * top],
                    new float[readings.size() * top]);
            for (int p = 0; p < readings.size(); p++) {
                Reading reading = readings.get(p);
                lens.targetRank[p] = reading.targetRank();
                lens.targetProbability[p] = (float) reading.targetProbability();
                for (int i = 0; i < top; i++) {
                    TokenScore token = reading.top().get(i);
                    lens.tokens[p * top + i] = token.token();
                    lens.probabilities[p * top + i] = (float) token.probability();
                }
            }
            return lens;
        }
    }

    /** Those of a layer, and the embedding with the first. */
    static List<HookPoint> of(LayerTable table, ByToken byToken) {
        List<HookPoint> points = new ArrayList<>();
        int layer = table.size().layer();
        if (layer == 0) {
            points.add(of(table, PartKind.RESID_PRE, Site.EMBED));
        }
        points.add(of(table, PartKind.ATTN_OUT, Site.ATTN));
        if (!table.size().parallel()) {
            points.add(of(table, PartKind.RESID_MID, Site.MID));
        }
        points.add(new HookPoint(
                Site.MLP, layer, ByPosition.of(table, PartKind.MLP_OUT, 0), Optional.empty(), byToken.mlp()));
        points.add(of(table, PartKind.RESID_POST, Site.POST));
        return points;
    }

    private static HookPoint of(LayerTable table, PartKind kind, Site site) {
        return new HookPoint(site, table.size().layer(), ByPosition.of(table, kind, 0), Optional.empty(), Map.of());
    }

    /** TransformerLens's name with the layer. */
    public String name() {
        return ActivationId.at(site, layer, 0).name();
    }

    HookPoint with(Lens read) {
        return new HookPoint(site, layer, byPosition, Optional.of(read), byToken);
    }
}
