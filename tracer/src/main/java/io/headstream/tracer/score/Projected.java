package io.headstream.tracer.score;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.headstream.tracer.attribution.Rows;
import io.headstream.tracer.model.Linear;
import io.headstream.tracer.model.Norm;
import io.headstream.tracer.model.Rotary;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A head's query or key at one position, whole and in parts. Every step on the way is linear once the scales of its norms are those of the
 * pass, so the parts add up to the whole: ln1 without its scale's dependence on x, the projection, the norm of queries or keys where a family
 * has one, the rotary embedding.
 *
 * @param writers whose parts they are, biases on the way last
 * @param parts [writer][d_head]
 * @param whole as the pass has it [d_head]
 */
record Projected(List<Writer> writers, float[][] parts, float[] whole) {

    /**
     * What a head projects with.
     *
     * @param projection W_Q or W_K with its bias [d_model, kept heads * d_head]
     * @param kept which of its heads
     * @param norm of queries or keys, in families that have one
     * @param names of the biases of projection and norm
     */
    record Projection(Norm ln1, Linear projection, int kept, int dHead, @Nullable Norm norm, Names names) {}

    /** What biases on the way are called. */
    record Names(String projection, String norm) {
        static final Names QUERY = new Names("b_Q", "q_norm.b");
        static final Names KEY = new Names("b_K", "k_norm.b");
    }

    /**
     * Where it is.
     *
     * @param residPre [d_model]
     * @param projected what the pass has of the projection, for all heads that are kept [kept heads * d_head]
     */
    record Place(int position, NDArray residPre, NDArray projected, Rotary.@Nullable Angles angles) {}

    static Projected of(Projection by, Place at, List<Writer> stream, float[][] vectors, @Nullable Rotary rotary) {
        NDManager manager = at.residPre().getManager();
        List<Writer> writers = new ArrayList<>(stream);
        NDList rows = new NDList(
                by.ln1().linear(manager.create(vectors)).div(by.ln1().scale(at.residPre()))); // [writer, d_model]
        add(rows, by.ln1().bias(), Writer.bias("ln1.b"), writers);
        String columns = by.kept() * by.dHead() + ":" + (by.kept() + 1) * by.dHead();
        NDList heads = new NDList(
                NDArrays.concat(rows, 0).matMul(by.projection().weight().get(":," + columns))); // [writer, d_head]
        NDArray bias = by.projection().bias(); // [kept heads * d_head]
        add(
                heads,
                bias == null ? null : bias.get(columns),
                Writer.bias(by.names().projection()),
                writers);
        NDArray parts = NDArrays.concat(heads, 0); // [writer, d_head]
        NDArray whole = at.projected().get(columns).expandDims(0); // [1, d_head]
        Norm norm = by.norm();
        if (norm != null) {
            NDList normed = new NDList(norm.linear(parts).div(norm.scale(whole)));
            add(normed, norm.bias(), Writer.bias(by.names().norm()), writers);
            parts = NDArrays.concat(normed, 0);
            whole = norm.apply(whole);
        }
        return new Projected(
                writers,
                Rows.of(turned(parts, at, rotary)),
                turned(whole, at, rotary).toFloatArray());
    }

    /** This less another, at another position but by the same writers. */
    Projected less(Projected other) {
        float[][] differences = new float[parts.length][];
        for (int i = 0; i < parts.length; i++) {
            differences[i] = difference(parts[i], other.parts[i]);
        }
        return new Projected(writers, differences, difference(whole, other.whole));
    }

    private static float[] difference(float[] one, float[] other) {
        float[] difference = one.clone();
        for (int i = 0; i < one.length; i++) {
            difference[i] -= other[i];
        }
        return difference;
    }

    // as the rotary embedding has them: every row a head of its own, at this one position
    private static NDArray turned(NDArray rows, Place at, @Nullable Rotary rotary) {
        if (rotary == null || at.angles() == null) {
            return rows;
        }
        String here = at.position() + ":" + (at.position() + 1);
        Rotary.Angles angles =
                new Rotary.Angles(at.angles().cos().get(here), at.angles().sin().get(here));
        return rotary.apply(rows.expandDims(1), angles).squeeze(1);
    }

    private static void add(NDList rows, @Nullable NDArray bias, Writer writer, List<Writer> writers) {
        if (bias != null) {
            rows.add(bias.expandDims(0));
            writers.add(writer);
        }
    }
}
