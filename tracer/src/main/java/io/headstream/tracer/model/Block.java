package io.headstream.tracer.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One block's weights, every matrix as [in, out]. The rows of W_O (by head and d_head) and of W_out (by neuron) lie together in memory,
 * because the decomposition reads them row by row.
 *
 * @param ln1 what attention reads through
 * @param q W_Q and b_Q [d_model, heads * d_head]
 * @param k W_K and b_K [d_model, key-value heads * d_head]
 * @param v W_V and b_V [d_model, key-value heads * d_head]
 * @param o W_O and b_O [heads * d_head, d_model]
 * @param qNorm normalizes each head's query [d_head] before the rotary embedding, in families that do so
 * @param kNorm the same for keys
 * @param ln2 what the MLP reads through; the same as ln1 in families that share it
 * @param gate W_gate and b_gate [d_model, d_mlp], in gated MLPs
 * @param in W_in and b_in [d_model, d_mlp]
 * @param out W_out and b_out [d_mlp, d_model]
 */
public record Block(
        Norm ln1,
        Linear q,
        Linear k,
        Linear v,
        Linear o,
        @Nullable Norm qNorm,
        @Nullable Norm kNorm,
        Norm ln2,
        @Nullable Linear gate,
        Linear in,
        Linear out) {

    /** W_O [heads * d_head, d_model]. */
    public NDArray wO() {
        return o.weight();
    }

    public @Nullable NDArray bO() {
        return o.bias();
    }

    /** W_out [d_mlp, d_model]. */
    public NDArray wOut() {
        return out.weight();
    }

    public @Nullable NDArray bOut() {
        return out.bias();
    }

    /** A block in use: in float32 whatever it is kept in. Closing it frees what was made for that. */
    public record InUse(Block block, List<NDArray> made) implements AutoCloseable {
        @Override
        public void close() {
            made.forEach(NDArray::close);
        }
    }

    /** This block in float32: itself where it is kept so, otherwise with its matrices widened for as long as they are used. */
    public InUse use() {
        List<NDArray> made = new ArrayList<>();
        Block wide = new Block(
                ln1,
                widen(q, made),
                widen(k, made),
                widen(v, made),
                widen(o, made),
                qNorm,
                kNorm,
                ln2,
                gate == null ? null : widen(gate, made),
                widen(in, made),
                widen(out, made));
        return new InUse(made.isEmpty() ? this : wide, made);
    }

    private static Linear widen(Linear kept, List<NDArray> made) {
        if (kept.weight().getDataType() == DataType.FLOAT32) {
            return kept;
        }
        NDArray wide = kept.weight().toType(DataType.FLOAT32, false);
        made.add(wide);
        return new Linear(wide, kept.bias());
    }
}
