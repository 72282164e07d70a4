package io.headstream.tracer.decompose;

import static io.headstream.tracer.decompose.Measure.*;
import static io.headstream.tracer.decompose.PartKind.*;

import ai.djl.ndarray.NDArray;
import io.headstream.tracer.attribution.DirectLogit;
import io.headstream.tracer.attribution.Proximity;
import io.headstream.tracer.attribution.Question;
import io.headstream.tracer.effect.AnswerEffects;
import io.headstream.tracer.effect.Gradients;
import io.headstream.tracer.model.ActivationCache;
import io.headstream.tracer.model.Parameters;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of every part of a pass, in the order of docs/attribution.md: layer by layer from the last, as influence goes, so that one
 * layer's arrays are held at a time.
 */
public final class Decomposition {
    private final ActivationCache cache;
    private final List<float[]> neuronNorms;
    private final Question question;
    private final Proximity proximity;
    private final Influence influence;
    private final List<DirectLogit> direct; // by target position
    private final @Nullable Gradients gradients;
    private final ByToken.Layers byTokens;
    private final ByToken[] byToken;
    private @Nullable LayerTable above;

    /**
     * @param neuronNorms L2 norm of every row of W_out, by layer
     * @param gradients absent where no effects are asked for
     * @param answer effects on each token of an answer of several; absent where there are none
     */
    public Decomposition(
            ActivationCache cache,
            Parameters parameters,
            List<float[]> neuronNorms,
            Question question,
            Proximity proximity,
            @Nullable Gradients gradients,
            @Nullable AnswerEffects answer) {
        this.cache = cache;
        this.neuronNorms = neuronNorms;
        this.question = question;
        this.proximity = proximity;
        this.influence = new Influence(cache.positions(), question);
        this.direct = DirectLogit.of(cache, parameters, question);
        this.gradients = gradients;
        this.byTokens = new ByToken.Layers(cache.positions(), question, answer);
        this.byToken = new ByToken[cache.layers().size()];
    }

    /** All figures of one layer; layers are given from the last to the first. */
    public LayerTable table(LayerArrays arrays) {
        LayerTable table = empty(arrays);
        states(arrays, table);
        memoryValues(arrays, table); // m[h,k] = v[h,k] W_O[h]
        results(arrays, table); // result[h,p] = sum over k of pattern[h,p,k] m[h,k]
        neurons(arrays, table); // post[p,i] W_out[i]
        Shares.fill(proximity, arrays, table); // prox(x) = max(|w| - |w - x|, 1e-5), over the sum of all parts'
        influence.through(table); // shares multiplied and summed backwards
        directLogit(arrays, table); // x . g
        if (gradients != null) {
            Effects.fill(gradients, arrays, table); // x . gradient of the metric at x
        }
        byToken[arrays.layer()] = byTokens.of(table);
        if (above != null) {
            table.put(RESID_POST, SHARE, above.values(RESID_PRE, SHARE));
        }
        above = table;
        return table;
    }

    /** Of a layer whose table was made, its heads' and MLP's figures for each token of an answer of several. */
    public ByToken byToken(int layer) {
        return byToken[layer];
    }

    /** What is left on the states before the layers that were given, and what stopped at their biases. */
    public Influence influence() {
        return influence;
    }

    /** The metric's value in the pass. */
    public double metric() {
        return direct.stream().mapToDouble(DirectLogit::metric).sum();
    }

    /** What, with the DLA of all parts, makes the metric. */
    public double constant() {
        return direct.stream().mapToDouble(DirectLogit::constant).sum();
    }

    private LayerTable empty(LayerArrays arrays) {
        float[] norms = neuronNorms.get(arrays.layer());
        LayerSize size = new LayerSize(
                arrays.layer(),
                cache.positions(),
                (int) arrays.memory().getShape().get(0),
                norms.length,
                arrays.activations().residMid() == null,
                question);
        return new LayerTable(size, norms);
    }

    private static void states(LayerArrays arrays, LayerTable table) {
        for (PartKind kind : List.of(RESID_PRE, RESID_MID, RESID_POST, ATTN_OUT, MLP_OUT, LN1, LN2)) {
            NDArray vectors = arrays.vectors(kind); // [pos, d_model]
            if (vectors != null) {
                table.put(kind, NORM, norms(vectors));
            }
        }
        for (PartKind kind : List.of(B_O, B_OUT)) {
            NDArray bias = arrays.vectors(kind); // [d_model]
            if (bias != null) {
                Arrays.fill(table.add(kind, NORM), norms(bias)[0]);
            }
        }
        for (PartKind kind : CHANGES) {
            NDArray changes = arrays.vectors(kind); // [pos, d_model]
            if (changes != null) {
                table.put(kind, NORM, norms(changes));
            }
        }
    }

    private static void memoryValues(LayerArrays arrays, LayerTable table) {
        table.put(MEMORY, NORM, norms(arrays.memory().transpose(1, 0, 2))); // [key, head]
    }

    // a head's result is the sum of pattern times memory value over the keys up to the query
    private static void results(LayerArrays arrays, LayerTable table) {
        int n = table.size().positions();
        float[] weights = table.add(TERM, COEFFICIENT); // [query, head, key up to it]
        for (int h = 0; h < table.size().heads(); h++) {
            float[] pattern = arrays.pattern().get(h).toFloatArray(); // [query, key]
            for (int q = 0; q < n; q++) {
                System.arraycopy(pattern, q * n, weights, table.start(TERM, q) + table.term(q, h, 0), q + 1);
            }
        }
        table.put(HEAD, NORM, norms(arrays.result().transpose(1, 0, 2))); // [pos, head]
        float[] entropies = table.add(HEAD, ENTROPY); // [pos, head]
        for (int i = 0; i < entropies.length; i++) {
            int q = i / table.size().heads();
            int row = table.start(TERM, q) + table.term(q, i % table.size().heads(), 0);
            entropies[i] = (float) entropy(weights, row, row + q + 1);
        }
    }

    // of attention weights, in nats
    private static double entropy(float[] weights, int from, int to) {
        double entropy = 0;
        for (int i = from; i < to; i++) {
            entropy -= weights[i] > 0 ? weights[i] * Math.log(weights[i]) : 0;
        }
        return entropy;
    }

    private static void neurons(LayerArrays arrays, LayerTable table) {
        table.put(NEURON, COEFFICIENT, arrays.activations().post().toFloatArray()); // [pos, neuron]
    }

    private void directLogit(LayerArrays arrays, LayerTable table) {
        for (PartKind kind : List.of(RESID_PRE, RESID_MID, RESID_POST, ATTN_OUT, MLP_OUT)) {
            NDArray vectors = arrays.vectors(kind); // [pos, d_model]
            if (vectors != null) {
                table.putAtTarget(kind, DLA, atTargets((toward, p) -> toward.of(vectors.get(p))));
            }
        }
        for (PartKind kind : List.of(B_O, B_OUT)) {
            NDArray bias = arrays.vectors(kind); // [d_model]
            table.putAtTarget(kind, DLA, atTargets((toward, p) -> bias == null ? new float[1] : toward.of(bias)));
        }
        for (PartKind kind : CHANGES) {
            NDArray changes = arrays.vectors(kind); // [pos, d_model]
            table.putAtTarget(
                    kind, DLA, atTargets((toward, p) -> changes == null ? new float[1] : toward.of(changes.get(p))));
        }
        NDArray results = arrays.result();
        table.putAtTarget(HEAD, DLA, atTargets((toward, p) -> toward.of(results.get(":," + p)))); // [head]
        terms(arrays, table);
        NDArray wOut = arrays.block().wOut();
        table.putAtTarget(
                NEURON,
                DLA,
                atTargets((toward, p) -> times(toward.of(wOut), table.row(NEURON, COEFFICIENT, p)))); // [neuron]
    }

    /** A kind's parts at one position, towards the token that is explained there. */
    @FunctionalInterface
    private interface AtTarget {
        float[] of(DirectLogit toward, int position);
    }

    // one target position after the other
    private float[] atTargets(AtTarget each) {
        float[][] rows = new float[direct.size()][];
        Arrays.setAll(rows, i -> each.of(direct.get(i), question.position() + i));
        float[] all = new float[Arrays.stream(rows).mapToInt(row -> row.length).sum()];
        int at = 0;
        for (float[] row : rows) {
            System.arraycopy(row, 0, all, at, row.length);
            at += row.length;
        }
        return all;
    }

    // what a target position takes of each memory value, by its coefficient there; of a memory value, all of them take
    private void terms(LayerArrays arrays, LayerTable table) {
        int heads = table.size().heads();
        int n = table.size().positions();
        float[] memory = new float[n * heads]; // [key, head]
        NDArray values = arrays.memory();
        table.putAtTarget(TERM, DLA, atTargets((toward, p) -> {
            float[] ofMemory = toward.of(values); // [head, key]
            float[] terms = table.row(TERM, COEFFICIENT, p);
            for (int h = 0; h < heads; h++) {
                for (int k = 0; k <= p; k++) {
                    int term = table.term(p, h, k);
                    terms[term] *= ofMemory[h * n + k];
                    memory[k * heads + h] += terms[term];
                }
            }
            return terms;
        }));
        int last = question.position() + question.targets().size();
        table.put(MEMORY, DLA, Arrays.copyOf(memory, last * heads));
    }

    private static float[] times(float[] some, float[] others) {
        for (int i = 0; i < some.length; i++) {
            some[i] *= others[i];
        }
        return some;
    }

    /** L2 norms over the last axis. */
    public static float[] norms(NDArray x) {
        return x.square().sum(new int[] {-1}).sqrt().toFloatArray();
    }
}
