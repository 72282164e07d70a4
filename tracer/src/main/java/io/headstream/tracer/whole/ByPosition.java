package io.headstream.tracer.whole;

import io.headstream.schema.Figure;
import io.headstream.tracer.decompose.LayerTable;
import io.headstream.tracer.decompose.Measure;
import io.headstream.tracer.decompose.PartKind;
import java.util.EnumMap;
import java.util.Map;

/** The figures of one kind of part as lists by position. */
final class ByPosition {
    private static final Map<Measure, Figure> MEASURES = Map.of(
            Measure.NORM, Figure.NORM,
            Measure.SHARE, Figure.SHARE,
            Measure.INFLUENCE, Figure.INFLUENCE,
            Measure.EFFECT, Figure.EFFECT);

    private ByPosition() {}

    /** [pos] each; without those that the table does not have. */
    static Map<Figure, float[]> of(LayerTable table, PartKind kind, int index) {
        Map<Figure, float[]> lists = new EnumMap<>(Figure.class);
        MEASURES.forEach((measure, figure) -> {
            if (table.has(kind, measure, 0, index)) {
                float[] values = new float[table.size().positions()];
                for (int p = 0; p < values.length; p++) {
                    values[p] = (float)
                            (measure == Measure.SHARE
                                    ? table.shareOfState(kind, p, index)
                                    : table.get(kind, measure, p, index));
                }
                lists.put(figure, values);
            }
        });
        return lists;
    }
}
