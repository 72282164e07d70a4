package io.headstream.tracer.family;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.headstream.tracer.checkpoint.Checkpoint;
import io.headstream.tracer.checkpoint.Safetensors;
import io.headstream.tracer.checkpoint.TensorEntry;
import io.headstream.tracer.checkpoint.TensorType;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.model.Architecture;
import io.headstream.tracer.model.Linear;
import io.headstream.tracer.model.Norm;
import io.headstream.tracer.model.WeightsSummary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Named weights of a checkpoint, each shape checked against the config before the engine sees it. Remembers what was read. */
final class Weights {
    private final Checkpoint checkpoint;
    private final NDManager manager;
    private final ModelLoader.Precision precision;
    private final String prefix;
    private final Seen seen;

    /** What was met in reading one tensor. */
    private record Reading(TensorEntry entry, long nonFinite) {}

    /**
     * What was met in reading all of them.
     *
     * @param same tensors that hold what another does, and so are not counted
     */
    private record Seen(Map<String, Reading> read, Set<String> same, List<String> notes) {}

    Weights(Checkpoint checkpoint, NDManager manager, ModelLoader.Precision precision) {
        this(checkpoint, manager, precision, "", new Seen(new LinkedHashMap<>(), new HashSet<>(), new ArrayList<>()));
    }

    private Weights(
            Checkpoint checkpoint, NDManager manager, ModelLoader.Precision precision, String prefix, Seen seen) {
        this.checkpoint = checkpoint;
        this.manager = manager;
        this.precision = precision;
        this.prefix = prefix;
        this.seen = seen;
    }

    boolean has(String name) {
        return checkpoint.names().contains(prefix + name);
    }

    /** The weights whose names begin so. */
    Weights under(String more) {
        return new Weights(checkpoint, manager, precision, prefix + more, seen);
    }

    /** The weights under a prefix where any has it; a bare model is saved without its head's prefix. */
    Weights underIfThere(String more) {
        return checkpoint.names().stream().anyMatch(name -> name.startsWith(prefix + more)) ? under(more) : this;
    }

    /** A tensor in float32. */
    NDArray read(String name, long... shape) {
        return read(name, DataType.FLOAT32, false, shape);
    }

    /** A matrix of a block stored as [in, out], which may be kept in float16. */
    NDArray matrix(String name, long in, long out) {
        return read(name, matrixType(name), false, in, out);
    }

    /** A linear map stored as [out, in], seen as [in, out]. */
    Linear linear(String name, long in, long out, boolean bias) {
        NDArray stored = read(name + ".weight", matrixType(name + ".weight"), false, out, in);
        return new Linear(stored.transpose(), bias(name, out, bias));
    }

    /** A linear map stored as [out, in], turned to [in, out] so that its rows lie together: for W_O and W_out. */
    Linear linearByRow(String name, long in, long out, boolean bias) {
        return new Linear(read(name + ".weight", matrixType(name + ".weight"), true, out, in), bias(name, out, bias));
    }

    /** A linear map stored as [in, out]: GPT-2's "Conv1D". */
    Linear conv1d(String name, long in, long out) {
        return new Linear(matrix(name + ".weight", in, out), bias(name, out, true));
    }

    /** W_E and W_U, each [vocabulary, d_model]. */
    record Ends(NDArray wE, Linear unembedding) {}

    /**
     * W_E and W_U. Where the config ties them, the weights have the last word, as in transformers: two that differ are two, and one that is saved
     * is both.
     *
     * @param embedding name of W_E under this prefix
     * @param head name of the unembedding at the root
     * @param bias whether the unembedding has one
     */
    Ends ends(Weights root, String embedding, String head, boolean tied, boolean bias, Architecture a) {
        String other = head + ".weight";
        boolean one = tied && (!has(embedding) || !root.has(other));
        NDArray wE = tied && !has(embedding) && root.has(other)
                ? root.read(other, a.vocabulary(), a.dModel())
                : read(embedding, a.vocabulary(), a.dModel());
        NDArray wU = one ? wE : root.read(other, a.vocabulary(), a.dModel());
        if (tied && !one) {
            wU = untied(root, wE, wU, prefix + embedding, other);
        }
        return new Ends(wE, new Linear(wU.transpose(), root.bias(head, a.vocabulary(), bias)));
    }

    private NDArray untied(Weights root, NDArray wE, NDArray wU, String embedding, String head) {
        boolean same;
        try (NDArray equal = wE.eq(wU);
                NDArray all = equal.all()) {
            same = all.getBoolean();
        }
        String name = root.prefix + head;
        if (same) {
            wU.close();
            seen.read().remove(name);
            seen.same().add(name);
            return wE;
        }
        seen.notes()
                .add("tie_word_embeddings is true, but '" + name + "' differs from '" + embedding + "': W_U is '" + name
                        + "' and W_E '" + embedding + "', as transformers takes them");
        return wU;
    }

    @Nullable
    NDArray bias(String name, long out, boolean there) {
        return there ? read(name + ".bias", out) : null;
    }

    Norm layerNorm(String name, long d, float epsilon) {
        return Norm.layer(read(name + ".weight", d), read(name + ".bias", d), epsilon);
    }

    Norm rmsNorm(String name, long d, float epsilon) {
        return Norm.rms(read(name + ".weight", d), epsilon);
    }

    private DataType matrixType(String name) {
        boolean half =
                precision == ModelLoader.Precision.AS_STORED && entry(name).type() == TensorType.F16;
        return half ? DataType.FLOAT16 : DataType.FLOAT32;
    }

    private TensorEntry entry(String name) {
        return checkpoint.holding(prefix + name).entry(prefix + name);
    }

    private NDArray read(String name, DataType type, boolean transposed, long... shape) {
        TensorEntry entry = entry(name);
        List<Long> expected = Arrays.stream(shape).boxed().toList();
        if (!entry.shape().equals(expected)) {
            throw new TraceException(
                    "tensor '" + entry.name() + "' has shape " + entry.shape() + ", but config.json makes it "
                            + expected + "; are config.json and the weights of the same model?");
        }
        if (!entry.type().isFloating()) {
            throw new TraceException("tensor '" + entry.name() + "' holds " + entry.type()
                    + " numbers, as quantized models do; give the model in F32, F16 or BF16");
        }
        Safetensors.Read tensor = checkpoint.holding(entry.name()).read(entry.name(), manager, type, transposed);
        seen.read().put(entry.name(), new Reading(entry, tensor.nonFinite()));
        return tensor.array();
    }

    /**
     * What was read, and what was not.
     *
     * @param found what is to be said of the config
     * @throws TraceException where a block has tensors that its family does not use, since the pass would then be another model's
     */
    WeightsSummary summary(List<String> found) {
        List<String> notes = new ArrayList<>(checkpoint.notes());
        notes.addAll(found);
        notes.addAll(seen.notes());
        seen.read().values().stream()
                .filter(r -> r.nonFinite() > 0)
                .map(r -> "tensor '" + r.entry().name() + "' holds " + r.nonFinite()
                        + " NaN or infinite numbers; what depends on them is left out of traces")
                .forEach(notes::add);
        Set<String> known = new HashSet<>(seen.read().keySet());
        known.addAll(seen.same());
        return new Unread(checkpoint.names(), known)
                .check()
                .summary(seen.read().values().stream().map(Reading::entry).toList(), precision, notes);
    }
}
