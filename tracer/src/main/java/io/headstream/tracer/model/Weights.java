package io.headstream.tracer.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.headstream.tracer.TraceException;
import io.headstream.tracer.checkpoint.Safetensors;
import io.headstream.tracer.checkpoint.TensorEntry;
import java.util.Arrays;
import java.util.List;

/** Reads named weights of a checkpoint as float32, checking each shape against the config before the engine sees it. */
final class Weights {
    private final Safetensors file;
    private final NDManager manager;
    private final String prefix;

    Weights(Safetensors file, NDManager manager, String prefix) {
        this.file = file;
        this.manager = manager;
        this.prefix = prefix;
    }

    boolean has(String name) {
        return file.names().contains(prefix + name);
    }

    Weights under(String more) {
        return new Weights(file, manager, prefix + more);
    }

    NDArray read(String name, long... shape) {
        TensorEntry entry = file.entry(prefix + name);
        List<Long> expected = Arrays.stream(shape).boxed().toList();
        if (!entry.shape().equals(expected)) {
            throw new TraceException(
                    "tensor '" + entry.name() + "' has shape " + entry.shape() + ", but config.json makes it "
                            + expected + "; are config.json and model.safetensors of the same model?");
        }
        NDArray array = file.read(entry.name(), manager);
        if (array.getDataType() == DataType.FLOAT32) {
            return array;
        }
        NDArray wide = array.toType(DataType.FLOAT32, false);
        array.close();
        return wide;
    }

    Norm norm(String name, int dModel, float epsilon) {
        return new Norm(read(name + ".weight", dModel), read(name + ".bias", dModel), epsilon);
    }
}
