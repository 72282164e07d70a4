package io.headstream.tracer.decompose;

import static io.headstream.tracer.decompose.Measure.EFFECT;
import static io.headstream.tracer.decompose.PartKind.*;

import io.headstream.tracer.model.Probe;
import io.headstream.tracer.model.Probe.Site;

/**
 * Effects of parts where interventions stand between a part and its whole: what is scaled on its way has so much less, and what another value takes
 * the place of has none.
 */
final class Passing {
    private final Probe probe;
    private final LayerTable table;
    private final int layer;
    private final boolean parallel;
    private final int dHead;

    private Passing(LayerArrays arrays, LayerTable table) {
        this.probe = arrays.probe();
        this.table = table;
        this.layer = arrays.layer();
        this.parallel = table.size().parallel();
        this.dHead =
                (int) (arrays.activations().z().getShape().get(1) / table.size().heads());
    }

    /** @param table with the effects that parts have where nothing stands between */
    static void through(LayerArrays arrays, LayerTable table) {
        if (arrays.probe().isChanging(arrays.layer())) {
            Passing passing = new Passing(arrays, table);
            for (int p = 0; p < table.size().positions(); p++) {
                passing.attention(p);
                passing.mlp(p);
            }
            passing.memory();
        }
    }

    private float at(Site site, int position, int element) {
        return probe.passes(site, layer, position, element);
    }

    private void attention(int p) {
        float state = at(parallel ? Site.RESID_POST : Site.RESID_MID, p, 0);
        float attn = at(Site.ATTN_OUT, p, 0) * state;
        scale(ATTN_OUT, p, state);
        scale(CHANGE_ATTN, p, state);
        scale(B_O, p, attn);
        for (int h = 0; h < table.size().heads(); h++) {
            float head = at(Site.Z, p, h * dHead) * attn;
            float[] effects = table.values(HEAD, EFFECT);
            effects[table.start(HEAD, p) + h] *= head;
            float[] terms = table.values(TERM, EFFECT);
            for (int k = 0; k <= p; k++) {
                terms[table.start(TERM, p) + table.term(p, h, k)] *= probe.passes(layer, h, p, k) ? head : 0;
            }
        }
    }

    private void mlp(int p) {
        float state = at(Site.RESID_POST, p, 0);
        float mlp = at(Site.MLP_OUT, p, 0) * state;
        scale(MLP_OUT, p, state);
        scale(CHANGE_MLP, p, state);
        scale(B_OUT, p, mlp);
        float[] neurons = table.values(NEURON, EFFECT);
        for (int i = 0; i < table.size().neurons(); i++) {
            neurons[table.start(NEURON, p) + i] *= at(Site.POST, p, i) * mlp;
        }
    }

    private void scale(PartKind kind, int p, float part) {
        if (part != 1 && table.has(kind, EFFECT, p, 0)) {
            table.values(kind, EFFECT)[p] *= part;
        }
    }

    // what all queries take of a memory value
    private void memory() {
        float[] terms = table.values(TERM, EFFECT);
        float[] memory = table.values(MEMORY, EFFECT);
        for (int h = 0; h < table.size().heads(); h++) {
            for (int k = 0; k < table.size().positions(); k++) {
                double taken = 0;
                for (int q = k; q < table.size().positions(); q++) {
                    taken += terms[table.start(TERM, q) + table.term(q, h, k)];
                }
                memory[k * table.size().heads() + h] = (float) taken;
            }
        }
    }
}
