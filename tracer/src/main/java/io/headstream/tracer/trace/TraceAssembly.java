package io.headstream.tracer.trace;

import ai.djl.ndarray.NDArray;
import io.headstream.schema.ActivationId;
import io.headstream.schema.EdgeType;
import io.headstream.schema.Figure;
import io.headstream.schema.Site;
import io.headstream.schema.TraceDetail;
import io.headstream.tracer.attribution.Question;
import io.headstream.tracer.attribution.VocabularyProjection;
import io.headstream.tracer.attribution.VocabularyProjection.Reading;
import io.headstream.tracer.choice.Candidates;
import io.headstream.tracer.choice.Choice;
import io.headstream.tracer.choice.Kept;
import io.headstream.tracer.choice.Readers;
import io.headstream.tracer.decompose.Decomposition;
import io.headstream.tracer.decompose.LayerArrays;
import io.headstream.tracer.decompose.LayerTable;
import io.headstream.tracer.decompose.PartKind;
import io.headstream.tracer.effect.EdgeEffects;
import io.headstream.tracer.effect.Gradients;
import io.headstream.tracer.load.LoadedModel;
import io.headstream.tracer.model.ActivationCache;
import io.headstream.tracer.trace.Progress.Stage;
import io.headstream.tracer.whole.StrongNeuron;
import io.headstream.tracer.whole.Wholes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One pass on its way to a trace: layer by layer it is decomposed; what is kept is chosen over all layers; layer by layer that becomes nodes
 * and edges, and their vectors are put together for the projection.
 */
final class TraceAssembly {
    private static final int PREDICTIONS = 20;
    static final int TOP = 10;
    static final int BOTTOM = 3;

    private static final int MOST_IN_LENS = 16_384; // states whose projections are read at all positions

    private final LoadedModel model;
    private final TraceRequest request;
    private final Question question;
    private final ActivationCache cache;
    private final @Nullable Gradients gradients;
    private final Decomposition decomposition;
    private final Wholes wholes;
    private final List<StrongNeuron> fired = new ArrayList<>();
    private final int layers;

    TraceAssembly(Recorded pass) {
        this.model = pass.model();
        this.request = pass.request();
        this.question = pass.question();
        this.cache = pass.cache();
        this.gradients = pass.gradients();
        this.decomposition = pass.decomposition();
        this.wholes = new Wholes(request.tokens());
        this.layers = cache.layers().size();
    }

    Trace run(Progress progress) {
        List<LayerTable> tables = tables(progress);
        EdgeEffects.Kept edges = edges(tables);
        Kept kept = Choice.of(tables, detail(), request.options().budget(), edges.edges());
        TraceBuilder trace = new TraceBuilder(detail(), kept.words());
        ProjectionBatch batch = new ProjectionBatch(
                new VocabularyProjection(model.transformer().parameters(), question.target(), TOP, BOTTOM),
                trace,
                question);
        for (int l = layers - 1; l >= 0; l--) {
            progress.report(Stage.PROJECTION, layers - 1 - l, layers);
            graph(tables.get(l), trace, batch);
        }
        finalNorm(kept, trace, batch);
        batch.project();
        filters(trace);
        affects(edges, trace);
        progress.report(Stage.PROJECTION, layers, layers);
        return trace(trace, edges, kept);
    }

    private TraceDetail detail() {
        return request.options().detail();
    }

    // by layer, of what may be kept; what is kept whole is taken from them before that
    private List<LayerTable> tables(Progress progress) {
        LayerTable[] tables = new LayerTable[layers];
        for (int l = layers - 1; l >= 0; l--) {
            progress.report(Stage.DECOMPOSITION, layers - 1 - l, layers);
            try (LayerArrays arrays = new LayerArrays(l, model.transformer(), cache)) {
                tables[l] = decomposition.table(arrays);
            }
            if (l + 1 < layers) {
                take(tables[l + 1]);
            }
        }
        take(tables[0]);
        progress.report(Stage.DECOMPOSITION, layers, layers);
        return List.of(tables);
    }

    private void take(LayerTable table) {
        wholes.take(table, decomposition.byToken(table.size().layer()), detail() != TraceDetail.STREAM);
        if (detail().compareTo(TraceDetail.NEURONS) >= 0) {
            fired.addAll(StrongNeuron.of(table));
        }
        Candidates.narrow(
                table,
                detail(),
                request.options().budget().keysOfHead(layers * table.size().heads()));
    }

    private EdgeEffects.Kept edges(List<LayerTable> tables) {
        if (gradients == null || gradients.last().readers().isEmpty() || detail() == TraceDetail.STREAM) {
            return EdgeEffects.Kept.NONE;
        }
        return EdgeEffects.of(model.transformer(), cache, gradients, Readers.of(tables));
    }

    private void graph(LayerTable table, TraceBuilder trace, ProjectionBatch batch) {
        int layer = table.size().layer();
        try (LayerArrays arrays = new LayerArrays(layer, model.transformer(), cache)) {
            LayerContext context = new LayerContext(table, trace, batch);
            new LayerGraph(context).build();
            if (layer == 0) {
                for (int p = 0; p < cache.positions(); p++) {
                    if (table.isKept(PartKind.RESID_PRE, p, 0)) {
                        context.embedding(p);
                    }
                }
                states(context, PartKind.RESID_PRE, Site.EMBED, arrays);
            }
            states(context, PartKind.RESID_MID, Site.MID, arrays);
            states(context, PartKind.RESID_POST, Site.POST, arrays);
            batch.endLayer(arrays);
        }
    }

    // at all positions, so that the lens along the stream is whole, unless there are too many
    private void states(LayerContext context, PartKind kind, Site site, LayerArrays arrays) {
        NDArray vectors = arrays.vectors(kind); // [pos, d_model]
        if (vectors == null) {
            return;
        }
        Map<Integer, Activation> nodes = context.states().getOrDefault(kind, Map.of());
        int positions = cache.positions();
        if ((2L * layers + 1) * positions <= MOST_IN_LENS) {
            context.batch().addAll(nodes, vectors, wholes.lens(site, arrays.layer(), positions));
        } else {
            context.batch().add(List.copyOf(nodes.values()), vectors);
        }
    }

    private Trace trace(TraceBuilder trace, EdgeEffects.Kept edges, Kept kept) {
        List<Reading> answer = answer();
        return new Trace(
                Arrays.stream(request.tokens()).boxed().toList(),
                question,
                request.proposed(question, cache.logits(), model.vocabulary()),
                request.options(),
                decomposition.metric(),
                decomposition.constant(),
                answer.stream().mapToInt(Reading::targetRank).boxed().toList(),
                answer.stream().mapToDouble(Reading::targetProbability).boxed().toList(),
                new Trace.Coverage(trace.coverage(), kept.influenceCoverage(), kept.effectCoverage(), edges.coverage()),
                trace.dropNonFinite(),
                answer.get(0).top().stream()
                        .filter(VocabularyProjection.TokenScore::isFinite)
                        .toList(),
                trace.activations(),
                trace.edges(),
                trace.tokenEdges(),
                List.copyOf(fired),
                wholes.patterns(),
                wholes.points());
    }

    // at each position that is explained
    private List<Reading> answer() {
        NDArray states = cache.lnFinal().get(question.rows()); // [target, d_model]
        return new VocabularyProjection(model.transformer().parameters(), question.target(), PREDICTIONS, 1)
                .ofNormalized(states, question.targets()::get);
    }

    private void finalNorm(Kept kept, TraceBuilder trace, ProjectionBatch batch) {
        int last = layers - 1;
        float[] norms = Decomposition.norms(cache.lnFinal());
        for (int p : kept.positions()) {
            ActivationId place = ActivationId.at(Site.FINAL, last, p);
            Activation node = trace.add(place).with(Figure.NORM, norms[p]);
            trace.connect(EdgeType.READ_BY, ActivationId.residPost(last, p), place);
            if (question.isTarget(p) || detail() == TraceDetail.FULL) {
                batch.add(List.of(node), cache.lnFinal());
            }
        }
    }

    private void filters(TraceBuilder trace) {
        NormFilters filters = new NormFilters(cache, model.transformer().parameters(), trace);
        boolean all = detail() == TraceDetail.FULL;
        (all ? IntStream.range(0, cache.positions()) : question.positions()).forEach(filters::through);
    }

    // those between nodes
    private static void affects(EdgeEffects.Kept edges, TraceBuilder trace) {
        Set<ActivationId> nodes =
                trace.activations().stream().map(Activation::place).collect(Collectors.toSet());
        int rank = 0;
        for (EdgeEffects.Edge edge : edges.edges()) {
            ActivationId from = EdgeEnds.place(edge.from(), edge.position());
            ActivationId to = EdgeEnds.place(edge.to(), edge.position());
            if (nodes.contains(from) && nodes.contains(to)) {
                trace.affects(from, to, EdgeEnds.via(edge.to()), edge.effect(), ++rank);
            }
        }
    }
}
