package io.headstream.tracer.choice;

import static io.headstream.tracer.decompose.PartKind.*;

import io.headstream.schema.TraceDetail;
import io.headstream.tracer.decompose.LayerSize;
import io.headstream.tracer.decompose.LayerTable;
import io.headstream.tracer.decompose.Measure;
import io.headstream.tracer.decompose.PartKind;
import io.headstream.tracer.effect.EdgeEffects;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Marks in the tables of all layers what is kept (docs/attribution.md, "Which are kept"): the states of the positions that matter; all heads at the
 * target position and the neurons that are large there; what the strongest edges and the strongest parts are; then heads, by what they do for
 * the prediction and then by their part in it, until those kept make most of it, and neurons likewise; each within the budget.
 */
public final class Choice {
    /** Part of the heads' absolute effect, and of their influence, that those kept make, if the budget allows. */
    static final double OF_ALL_HEADS = 0.8;

    /** Parts of the largest absolute effect that are kept in any case. */
    static final int STRONGEST = 100;

    /** Part of the budget's nodes that neurons may be. */
    private static final double NEURONS = 1.0 / 6;

    /** Part of the budget's nodes up to which all that the states are made of is kept. */
    private static final double ALL_SUMS = 0.2;

    /** Part of the budget's nodes up to which heads are kept for their influence, where they have little effect. */
    private static final double INFLUENTIAL = 0.4;

    /** Part of the budget's nodes up to which what edges between components begin and end at is kept. */
    private static final double EDGES = 0.7;

    /** Part of the budget's relationships up to which more tokens than one are told of a vector. */
    private static final double TOLD = 0.38;

    private final List<LayerTable> tables;
    private final TraceDetail detail;
    private final Budget budget;
    private final Columns columns;
    private final Keeping keeping;
    private final int nodes; // that may be activations

    private Choice(List<LayerTable> tables, TraceDetail detail, Budget budget) {
        this.tables = tables;
        this.detail = detail;
        this.budget = budget;
        this.columns = Columns.of(tables, detail == TraceDetail.FULL ? Integer.MAX_VALUE : budget.nodes());
        this.keeping = new Keeping(tables, columns);
        LayerSize size = tables.get(0).size();
        int lists = tables.size() * (size.heads() + 4) + 1; // a head's pattern, and four sites
        this.nodes = budget.nodes() - lists - size.positions();
    }

    /**
     * Marks what is kept.
     *
     * @param tables by layer, narrowed to the {@link Candidates}
     * @param edges strongest first; as many as fit have their ends kept
     */
    public static Kept of(List<LayerTable> tables, TraceDetail detail, Budget budget, List<EdgeEffects.Edge> edges) {
        Choice choice = new Choice(tables, detail, budget);
        choice.states();
        if (detail != TraceDetail.STREAM) {
            choice.parts(edges);
        }
        boolean effects = tables.get(0).has(HEAD, Measure.EFFECT, 0, 0);
        return Kept.of(tables, choice.columns, choice.words(), effects);
    }

    private void states() {
        keeping.states();
        int sums = 6 * tables.size(); // two sums, two norms, two biases
        boolean fit = columns.stream().count() * sums + keeping.nodes() <= ALL_SUMS * nodes;
        if (detail == TraceDetail.FULL || columns.all() && fit) {
            keeping.sums();
        }
    }

    private void parts(List<EdgeEffects.Edge> edges) {
        boolean neurons = detail.compareTo(TraceDetail.NEURONS) >= 0;
        target(neurons);
        List<Part> heads = all(HEAD);
        List<Part> ofMlps = neurons ? all(NEURON) : List.of();
        if (detail == TraceDetail.FULL) {
            edges.forEach(this::ends);
            heads.forEach(keeping::keep);
            ofMlps.forEach(keeping::keep);
            return;
        }
        strongest(heads, ofMlps);
        for (EdgeEffects.Edge edge : edges) { // strongest first
            if (keeping.nodes() < EDGES * nodes) {
                ends(edge);
            }
        }
        until(heads, Part::strength, neurons ? 1 - NEURONS : 1);
        until(heads, Part::influence, INFLUENTIAL);
        neurons(ofMlps);
    }

    private List<Part> all(PartKind kind) {
        return Part.all(tables, kind, columns.toArray());
    }

    // all heads, and the neurons that are its candidates
    private void target(boolean neurons) {
        for (int target : tables.get(0).size().targetPositions()) {
            Part.all(tables, HEAD, new int[] {target}).forEach(keeping::keep);
            if (neurons) {
                for (LayerTable table : tables) {
                    for (int i : Candidates.largestAndSmallest(table, target)) {
                        keeping.keep(table, NEURON, target, i);
                    }
                }
            }
        }
    }

    private void ends(EdgeEffects.Edge edge) {
        end(edge.from(), edge.position());
        end(edge.to(), edge.position());
    }

    private void end(EdgeEffects.Component component, int position) {
        LayerTable table = tables.get(component.layer());
        switch (component.kind()) {
            case HEAD, QUERY -> keeping.keep(table, HEAD, position, component.head());
            case KEY, VALUE -> keeping.keep(table, MEMORY, position, component.head());
            case MLP -> keeping.keep(table, MLP_OUT, position, 0);
            case EMBEDDING, LOGITS -> {
                // states are kept in any case
            }
        }
    }

    // what a trace of any detail would have first
    private void strongest(List<Part> heads, List<Part> neurons) {
        List<Part> parts = new ArrayList<>(heads);
        for (PartKind kind : List.of(MEMORY, ATTN_OUT, MLP_OUT)) {
            parts.addAll(all(kind));
        }
        parts.addAll(neurons);
        Part.by(Part::strength, parts, STRONGEST).forEach(keeping::keep);
    }

    // the largest heads with their keys, until they make most of the figure or a part of the budget is used up
    private void until(List<Part> heads, ToDoubleFunction<Part> figure, double part) {
        double wanted = OF_ALL_HEADS * heads.stream().mapToDouble(figure).sum();
        double sum = 0;
        for (Part head : Part.by(figure, heads, heads.size())) {
            if (sum >= wanted || keeping.nodes() >= part * nodes || isFull()) {
                return;
            }
            keeping.keep(head);
            sum += figure.applyAsDouble(head);
        }
    }

    private boolean isFull() {
        return keeping.nodes() >= nodes || keeping.relationships(new Words(1, 0)) >= budget.relationships();
    }

    // half by effect, half by their influence
    private void neurons(List<Part> neurons) {
        int most = (int) (NEURONS * nodes);
        for (ToDoubleFunction<Part> figure : List.<ToDoubleFunction<Part>>of(Part::strength, Part::influence)) {
            int room = keeping.count(NEURON) + Math.max(0, most - keeping.count(NEURON)) / 2;
            // no more are gone through than there is room for, as those that are kept already take some of it
            for (Part neuron : Part.by(figure, neurons, room)) {
                if (keeping.count(NEURON) >= room || isFull()) {
                    break;
                }
                keeping.keep(neuron);
            }
        }
    }

    private Words words() {
        return detail == TraceDetail.FULL
                ? Words.MOST
                : Words.within((int) (TOLD * budget.relationships()), keeping::relationships);
    }
}
