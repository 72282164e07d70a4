package io.headstream.benchmarks;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.headstream.tracer.checkpoint.Safetensors;
import io.headstream.tracer.checkpoint.TensorEntry;
import io.headstream.tracer.checkpoint.TensorType;
import io.headstream.tracer.family.ModelLoader;
import io.headstream.tracer.model.Transformer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Loading SmolLM2, whose weights are stored in float16 and computed in float32, against reading and converting the same bytes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
public class LoadBenchmark {
    private final Path folder = Models.smollm2();

    /** As Headstream loads. */
    @Benchmark
    public long load() {
        try (Transformer model = ModelLoader.load(folder)) {
            return model.weights().parameters();
        }
    }

    /** Each tensor's bytes read once and converted by the engine; no shapes, layouts or values looked at. */
    @Benchmark
    public long bare() throws IOException {
        Path file = folder.resolve("model.safetensors");
        try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager();
                Safetensors header = Safetensors.open(file);
                FileChannel channel = FileChannel.open(file)) {
            List<NDArray> weights = new ArrayList<>();
            for (TensorEntry entry : header.entries()) {
                if (entry.type() != TensorType.F16) {
                    throw new IllegalStateException("'" + entry.name() + "' is not in float16");
                }
                ByteBuffer bytes =
                        ByteBuffer.allocateDirect((int) entry.length()).order(ByteOrder.LITTLE_ENDIAN);
                while (bytes.hasRemaining() && channel.read(bytes, entry.offset() + bytes.position()) >= 0) {}
                Shape shape = new Shape(entry.length() / entry.type().bytes());
                try (NDArray stored = manager.create(bytes.flip(), shape, DataType.FLOAT16)) {
                    weights.add(stored.toType(DataType.FLOAT32, true));
                }
            }
            return weights.stream().mapToLong(NDArray::size).sum();
        }
    }
}
