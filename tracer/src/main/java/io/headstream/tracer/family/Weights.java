package io.headstream.tracer.family;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.headstream.tracer.checkpoint.Checkpoint;
import io.headstream.tracer.checkpoint.Safetensors;
import io.headstream.tracer.checkpoint.TensorEntry;
import io.headstream.tracer.checkpoint.TensorType;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.model.Linear;
import io.headstream.tracer.model.Norm;
import io.headstream.tracer.model.WeightsSummary;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Named weights of a checkpoint, each shape checked against the config before the engine sees it. Remembers what was read. */
final class Weights {
    private final Checkpoint checkpoint;
    private final NDManager manager;
    private final ModelLoader.Precision precision;
    private final String prefix;
    private final Map<String, Reading> read;

    /** What was met in reading one tensor. */
    private record Reading(TensorEntry entry, long nonFinite) {}

    Weights(Checkpoint checkpoint, NDManager manager, ModelLoader.Precision precision) {
        this(checkpoint, manager, precision, "", new LinkedHashMap<>());
    }

    private Weights(
            Checkpoint checkpoint,
            NDManager manager,
            ModelLoader.Precision precision,
            String prefix,
            Map<String, Reading> read) {
        this.checkpoint = checkpoint;
        this.manager = manager;
        this.precision = precision;
        this.prefix = prefix;
        this.read = read;
    }

    boolean has(String name) {
        return checkpoint.names().contains(prefix + name);
    }

    /** The weights whose names begin so. */
    Weights under(String more) {
        return new Weights(checkpoint, manager, precision, prefix + more, read);
    }

    /** The weights under a prefix where they have it; a bare model is saved without its head's prefix. */
    Weights underIfThere(String more, String anyName) {
        return has(more + anyName) ? under(more) : this;
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

    /** W_U: the embedding where tied, otherwise `name`, [vocabulary, d_model] in both. */
    Linear unembedding(String name, boolean tied, NDArray wE, boolean bias) {
        long vocabulary = wE.getShape().get(0);
        NDArray stored =
                tied ? wE : read(name + ".weight", vocabulary, wE.getShape().get(1));
        return new Linear(stored.transpose(), bias(name, vocabulary, bias));
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
        read.put(entry.name(), new Reading(entry, tensor.nonFinite()));
        return tensor.array();
    }

    /**
     * What was read, and what was not.
     *
     * @throws TraceException where a block has tensors that its family does not use, since the pass would then be another model's
     */
    WeightsSummary summary() {
        return new Unread(checkpoint.names(), read.keySet())
                .check()
                .summary(
                        read.values().stream().map(Reading::entry).toList(),
                        precision,
                        read.values().stream()
                                .filter(r -> r.nonFinite() > 0)
                                .map(r -> "tensor '" + r.entry().name() + "' holds " + r.nonFinite()
                                        + " NaN or infinite numbers; what depends on them is left out of traces")
                                .toList());
    }
}
