package io.headstream.tracer.choice;

import static io.headstream.tracer.decompose.Measure.*;

import io.headstream.tracer.decompose.LayerTable;
import io.headstream.tracer.decompose.PartKind;

/** How much a part matters for the prediction: |effect|, and influence where no effects are asked for. */
record Strength(LayerTable table) {
    float of(PartKind kind, int position, int index) {
        if (table.has(kind, EFFECT, position, index)) {
            return finite(Math.abs((float) table.get(kind, EFFECT, position, index)));
        }
        return table.has(kind, INFLUENCE, position, index)
                ? finite((float) table.get(kind, INFLUENCE, position, index))
                : 0;
    }

    /** Of all of a kind's parts at a position, by index. */
    float[] row(PartKind kind, int position) {
        float[] row = new float[table.count(kind, position)];
        for (int i = 0; i < row.length; i++) {
            row[i] = of(kind, position, i);
        }
        return row;
    }

    private static float finite(float value) {
        return Float.isFinite(value) ? value : 0;
    }
}
