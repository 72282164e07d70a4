package io.headstream.tracer.trace;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import io.headstream.tracer.attribution.VocabularyProjection;
import io.headstream.tracer.attribution.VocabularyProjection.Reading;
import io.headstream.tracer.model.ActivationCache;
import io.headstream.tracer.model.Block;
import io.headstream.tracer.model.Transformer;
import java.util.ArrayList;
import java.util.List;

/**
 * What heads look for and what they find, in words: queries through W_K, keys through W_Q, onto the vocabulary (VISIT's query and key
 * projections). At the target position and the keys it can see; with full detail, of all that is kept.
 */
final class HeadLooks {
    private static final int TOKENS = 5;

    private final Transformer transformer;
    private final VocabularyProjection lens;
    private final TraceBuilder trace;
    private final int target;

    HeadLooks(Transformer transformer, VocabularyProjection lens, TraceBuilder trace, int target) {
        this.transformer = transformer;
        this.lens = lens;
        this.trace = trace;
        this.target = target;
    }

    void of(int layer, ActivationCache cache, Block block, LayerContext.Kept kept) {
        boolean all = trace.detail() == Detail.FULL;
        List<Activation> queries = kept.heads.stream()
                .filter(node -> all || node.place().position() == target)
                .toList();
        List<Activation> keys = kept.memory.stream()
                .filter(node -> all || node.place().position() <= target)
                .toList();
        List<Place> places = new ArrayList<>();
        NDList vectors = new NDList();
        Transformer.Looks looks = transformer.looks(block, cache.layers().get(layer));
        gather(queries, looks.sought(), places, vectors);
        gather(keys, looks.offered(), places, vectors);
        if (!places.isEmpty()) {
            List<Reading> readings = lens.of(NDArrays.concat(vectors));
            for (int i = 0; i < places.size(); i++) {
                TokenEdge.Type type = i < queries.size() ? TokenEdge.Type.SEEKS : TokenEdge.Type.OFFERS;
                List<VocabularyProjection.TokenScore> top = readings.get(i).top();
                trace.tokens(type, places.get(i), top.subList(0, Math.min(TOKENS, top.size())));
            }
        }
    }

    private static void gather(List<Activation> nodes, NDArray byHead, List<Place> places, NDList vectors) {
        if (!nodes.isEmpty()) {
            nodes.forEach(node -> places.add(node.place()));
            vectors.add(Readings.rows(nodes, byHead));
        }
    }
}
