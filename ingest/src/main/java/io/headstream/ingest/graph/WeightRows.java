package io.headstream.ingest.graph;

import io.headstream.schema.ComponentName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A model's heads and neurons as write/model/heads.cypher and write/model/neurons.cypher take them. */
public final class WeightRows {
    private WeightRows() {}

    /** All heads of a model. */
    public static List<Map<String, Object>> heads(int layers, int heads) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int layer = 0; layer < layers; layer++) {
            for (int head = 0; head < heads; head++) {
                rows.add(Map.of(
                        "layer",
                        layer,
                        "head",
                        head,
                        "name",
                        ComponentName.head(layer, head).toString()));
            }
        }
        return rows;
    }

    /** A neuron of whose weights nothing is known. */
    public static Map<String, Object> neuron(int layer, int index) {
        return Map.of(
                "layer",
                layer,
                "index",
                index,
                "name",
                ComponentName.neuron(layer, index).toString());
    }

    /** @param norm of its row of W_out, L2 */
    static Map<String, Object> neuron(int layer, int index, double norm) {
        Map<String, Object> row = new HashMap<>(neuron(layer, index));
        row.put("norm", norm);
        return row;
    }
}
