package io.headstream.tracer.trace;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.headstream.schema.ActivationId;
import io.headstream.schema.ComponentName;
import io.headstream.schema.Figure;
import io.headstream.schema.Site;
import io.headstream.schema.TraceDetail;
import io.headstream.tracer.attribution.Question;
import io.headstream.tracer.attribution.VocabularyProjection;
import io.headstream.tracer.choice.BlockChoice;
import io.headstream.tracer.choice.Words;
import io.headstream.tracer.decompose.Decomposition;
import io.headstream.tracer.decompose.LayerArrays;
import io.headstream.tracer.decompose.LayerTable;
import io.headstream.tracer.decompose.PartKind;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.load.LoadedModel;
import io.headstream.tracer.model.ActivationCache;
import io.headstream.tracer.score.ScoreSplit;
import io.headstream.tracer.trace.Progress.Stage;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A pass that stays open, so that what a trace of it does not keep can be looked at: any block at any position, by the same code and so with the
 * same figures as in a trace. It holds the pass's activations and gradients in the engine, and of each layer that was asked for, and those above
 * it, a {@link LayerTable} of every part. For one thread at a time; the model must stay loaded.
 */
public final class Pass implements AutoCloseable {
    private final LoadedModel model;
    private final NDManager manager;
    private final Question question;
    private final ActivationCache cache;
    private final Decomposition decomposition;
    private final LayerTable[] tables;

    Pass(Recorded pass, NDManager manager) {
        this.model = pass.model();
        this.manager = manager;
        this.question = pass.question();
        this.cache = pass.cache();
        this.decomposition = pass.decomposition();
        this.tables = new LayerTable[cache.layers().size()];
    }

    public Question question() {
        return question;
    }

    /**
     * A block at a position.
     *
     * @param token whose rank and probability are wanted of each projection; the target's, usually
     * @throws TraceException where there is no such layer, position or token
     * @throws java.util.concurrent.CancellationException from `progress`
     */
    public BlockAt block(int layer, int position, int token, Progress progress) {
        return block(layer, position, token, marked -> {}, progress);
    }

    /**
     * Any activation of the pass, with the edges between it and what {@link #block} gives of its block.
     *
     * @throws TraceException where there is no such activation, or token
     */
    public BlockAt activation(ActivationId id, int token, Progress progress) {
        BlockAt block = block(id.layer(), id.position(), token, table -> BlockChoice.add(table, id), progress);
        List<Activation> found = block.activations().stream()
                .filter(activation -> activation.place().equals(id))
                .toList();
        if (found.isEmpty()) {
            throw new TraceException("'" + id + "' is no activation of this model's");
        }
        return new BlockAt(
                id.layer(),
                id.position(),
                token,
                found,
                block.edges().stream()
                        .filter(edge -> edge.from().equals(id) || edge.to().equals(id))
                        .toList(),
                block.tokenEdges().stream()
                        .filter(edge -> edge.from().equals(id))
                        .toList());
    }

    /**
     * One attention score in parts.
     *
     * @throws TraceException where there is no such head, or the query cannot see a key
     */
    public ScoreSplit score(ComponentName head, ScoreSplit.Question asked, Progress progress) {
        return ScoreSplit.of(
                model.transformer(),
                cache,
                head,
                asked,
                done -> progress.report(Stage.DECOMPOSITION, done, head.layer()));
    }

    private BlockAt block(int layer, int position, int token, Consumer<LayerTable> more, Progress progress) {
        require("layer", layer, tables.length);
        require("position", position, cache.positions());
        require("token", token, model.architecture().vocabulary());
        LayerTable table = table(layer, progress);
        BlockChoice.of(table, position);
        more.accept(table);
        TraceBuilder trace = new TraceBuilder(TraceDetail.FULL, Words.MOST);
        ProjectionBatch batch = new ProjectionBatch(
                new VocabularyProjection(
                        model.transformer().parameters(), token, TraceAssembly.TOP, TraceAssembly.BOTTOM),
                trace,
                new Question(
                        question.position(),
                        Collections.nCopies(question.targets().size(), token),
                        List.of()));
        progress.report(Stage.PROJECTION, 0, 1);
        try (LayerArrays arrays = new LayerArrays(layer, model.transformer(), cache)) {
            LayerContext context = new LayerContext(table, trace, batch);
            new LayerGraph(context).build();
            states(context, layer, position, arrays);
            batch.endLayer(arrays);
            batch.project();
            new NormFilters(cache, model.transformer().parameters(), trace).of(layer, position);
        }
        trace.dropNonFinite();
        return new BlockAt(layer, position, token, trace.activations(), trace.edges(), trace.tokenEdges());
    }

    private void states(LayerContext context, int layer, int position, LayerArrays arrays) {
        if (layer == 0) {
            context.embedding(position);
        }
        for (PartKind kind : List.of(PartKind.RESID_PRE, PartKind.RESID_MID, PartKind.RESID_POST)) {
            NDArray vectors = arrays.vectors(kind); // [pos, d_model]
            Map<Integer, Activation> nodes = context.states().getOrDefault(kind, Map.of());
            if (vectors != null && !nodes.isEmpty()) {
                context.batch().add(List.copyOf(nodes.values()), vectors);
            }
        }
        if (layer == tables.length - 1) {
            float[] norms = Decomposition.norms(cache.lnFinal());
            Activation last = context.trace()
                    .add(ActivationId.at(Site.FINAL, layer, position))
                    .with(Figure.NORM, norms[position]);
            context.batch().add(List.of(last), cache.lnFinal());
        }
    }

    // influence goes from the last layer to the first, so those above come before
    private LayerTable table(int layer, Progress progress) {
        for (int l = tables.length - 1; l >= layer; l--) {
            if (tables[l] == null) {
                progress.report(Stage.DECOMPOSITION, tables.length - 1 - l, tables.length - layer);
                try (LayerArrays arrays = new LayerArrays(l, model.transformer(), cache)) {
                    tables[l] = decomposition.table(arrays);
                }
                tables[l].list();
            }
        }
        return tables[layer];
    }

    private static void require(String what, int value, int end) {
        if (value < 0 || value >= end) {
            throw new TraceException(what + " " + value + " is not there; they go from 0 to " + (end - 1));
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
