package io.headstream.tracer.whole;

import io.headstream.schema.Site;
import io.headstream.tracer.attribution.VocabularyProjection.Reading;
import io.headstream.tracer.decompose.ByToken;
import io.headstream.tracer.decompose.LayerTable;
import io.headstream.tracer.whole.AttentionPattern.RepeatedTokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is kept whole of a pass, as it comes together layer by layer. */
public final class Wholes {
    private final RepeatedTokens repeated;
    private final Map<Integer, List<HeadPattern>> patterns = new TreeMap<>();
    private final Map<Integer, List<HookPoint>> points = new TreeMap<>();
    private final Map<Place, Reading[]> lenses = new HashMap<>();

    private record Place(Site site, int layer) {}

    /** @param tokens of the prompt */
    public Wholes(int[] tokens) {
        this.repeated = new RepeatedTokens(tokens);
    }

    /**
     * Takes what a layer's table has of all sites; before it is narrowed.
     *
     * @param byToken the layer's
     * @param heads whether of heads too
     */
    public void take(LayerTable table, ByToken byToken, boolean heads) {
        if (heads) {
            patterns.put(table.size().layer(), HeadPattern.of(table, byToken, repeated));
        }
        points.put(table.size().layer(), HookPoint.of(table, byToken));
    }

    /** Where readings of a site's vocabulary projections go, by position; all of them are to be filled in. */
    public Reading[] lens(Site site, int layer, int positions) {
        return lenses.computeIfAbsent(new Place(site, layer), place -> new Reading[positions]);
    }

    /** By layer and head; empty where no heads are asked for. */
    public List<HeadPattern> patterns() {
        return patterns.values().stream().flatMap(List::stream).toList();
    }

    /** By layer, in the block's order. */
    public List<HookPoint> points() {
        List<HookPoint> all = new ArrayList<>();
        for (List<HookPoint> ofLayer : points.values()) {
            for (HookPoint point : ofLayer) {
                Reading[] readings = lenses.get(new Place(point.site(), point.layer()));
                all.add(readings == null ? point : point.with(HookPoint.Lens.of(List.of(readings))));
            }
        }
        return all;
    }
}
