package io.headstream.tracer.whole;

import static io.headstream.tracer.decompose.PartKind.HEAD;
import static io.headstream.tracer.decompose.PartKind.TERM;

import io.headstream.schema.ComponentName;
import io.headstream.schema.Figure;
import io.headstream.tracer.decompose.ByToken;
import io.headstream.tracer.decompose.LayerTable;
import io.headstream.tracer.decompose.Measure;
import io.headstream.tracer.whole.AttentionPattern.RepeatedTokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One head in one pass, at all positions.
 *
 * @param byPosition norm, share, influence and, where there are effects, effect of its output, [pos] each
 * @param dla of its output at the target position; of an answer of several tokens, at all of theirs together
 * @param byToken of an answer of several tokens dla, influence and, where there are effects, effect of its outputs for each of them alone, [token]
 *     each; empty otherwise
 */
public record HeadPattern(
        ComponentName head,
        AttentionPattern attention,
        Map<Figure, float[]> byPosition,
        double dla,
        Map<Figure, float[]> byToken) {

    /** Those of all heads of a layer; the table is not narrowed yet. */
    static List<HeadPattern> of(LayerTable table, ByToken byToken, RepeatedTokens repeated) {
        List<HeadPattern> patterns = new ArrayList<>();
        float[][] queries = new float[table.size().positions()][]; // [query][head, key up to it]
        for (int q = 0; q < queries.length; q++) {
            queries[q] = table.row(TERM, Measure.COEFFICIENT, q);
        }
        for (int h = 0; h < table.size().heads(); h++) {
            float[][] rows = new float[queries.length][];
            float[] entropies = new float[rows.length];
            for (int q = 0; q < rows.length; q++) {
                entropies[q] = (float) table.get(HEAD, Measure.ENTROPY, q, h);
                rows[q] = Arrays.copyOfRange(queries[q], h * (q + 1), (h + 1) * (q + 1));
            }
            patterns.add(new HeadPattern(
                    ComponentName.head(table.size().layer(), h),
                    AttentionPattern.of(rows, entropies, repeated),
                    ByPosition.of(table, HEAD, h),
                    dla(table, h),
                    byToken.heads().get(h)));
        }
        return patterns;
    }

    private static double dla(LayerTable table, int head) {
        double sum = 0;
        for (int p : table.size().targetPositions()) {
            sum += table.get(HEAD, Measure.DLA, p, head);
        }
        return sum;
    }
}
