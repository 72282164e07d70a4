package io.headstream.tracer.choice;

import io.headstream.tracer.decompose.LayerTable;
import io.headstream.tracer.decompose.Measure;
import io.headstream.tracer.decompose.PartKind;
import io.headstream.tracer.decompose.Ranking;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A part of one layer that may be kept.
 *
 * @param strength how much it matters for the prediction, {@link Strength}
 */
record Part(PartKind kind, LayerTable table, int position, int index, float strength, float influence) {

    /** All of a kind, of narrowed kinds those that are listed; at some positions. */
    static List<Part> all(List<LayerTable> tables, PartKind kind, int[] positions) {
        List<Part> parts = new ArrayList<>();
        for (LayerTable table : tables) {
            Strength strength = new Strength(table);
            for (int p : positions) {
                for (int index : table.indices(kind, p)) {
                    float influence = (float) table.get(kind, Measure.INFLUENCE, p, index);
                    parts.add(new Part(
                            kind,
                            table,
                            p,
                            index,
                            strength.of(kind, p, index),
                            Float.isFinite(influence) ? influence : 0));
                }
            }
        }
        return parts;
    }

    /** The largest first, at most so many; equal ones as they were. */
    static List<Part> by(ToDoubleFunction<Part> figure, List<Part> parts, int most) {
        float[] figures = new float[parts.size()];
        for (int i = 0; i < figures.length; i++) {
            figures[i] = (float) figure.applyAsDouble(parts.get(i));
        }
        return IntStream.of(Ranking.largest(figures, most)).mapToObj(parts::get).toList();
    }

    boolean isKept() {
        return table.isKept(kind, position, index);
    }
}
