package io.headstream.tracer.choice;

import static io.headstream.tracer.decompose.PartKind.*;

import io.headstream.tracer.decompose.LayerTable;
import io.headstream.tracer.effect.EdgeEffects.Component;
import io.headstream.tracer.effect.EdgeEffects.Kind;
import io.headstream.tracer.effect.EdgeEffects.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The activations whose incoming edges are looked at: head outputs, memory values and MLPs with the largest absolute effect, and the logits. */
public final class Readers {
    private static final int MOST = 200;

    private Readers() {}

    /** @param tables by layer */
    public static List<Reader> of(List<LayerTable> tables) {
        LayerTable last = tables.get(tables.size() - 1);
        int[] positions = IntStream.range(0, last.size().positions()).toArray();
        List<Part> parts = new ArrayList<>(Part.all(tables, HEAD, positions));
        parts.addAll(Part.all(tables, MEMORY, positions));
        parts.addAll(Part.all(tables, MLP_OUT, positions));
        List<Reader> readers = new ArrayList<>(Part.by(Part::strength, parts, MOST).stream()
                .map(Readers::reader)
                .toList());
        Component logits = new Component(Kind.LOGITS, last.size().layer(), -1);
        for (int target : last.size().targetPositions()) {
            readers.add(new Reader(List.of(logits), target));
        }
        return readers;
    }

    private static Reader reader(Part part) {
        List<Kind> inputs =
                switch (part.kind()) {
                    case HEAD -> List.of(Kind.QUERY);
                    case MEMORY -> List.of(Kind.KEY, Kind.VALUE);
                    default -> List.of(Kind.MLP);
                };
        int layer = part.table().size().layer();
        int head = part.kind() == MLP_OUT ? -1 : part.index();
        return new Reader(
                inputs.stream().map(kind -> new Component(kind, layer, head)).toList(), part.position());
    }
}
