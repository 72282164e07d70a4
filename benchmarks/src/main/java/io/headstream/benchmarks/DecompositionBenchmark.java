package io.headstream.benchmarks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.headstream.tracer.attribution.Proximity;
import io.headstream.tracer.attribution.Question;
import io.headstream.tracer.attribution.VocabularyProjection;
import io.headstream.tracer.decompose.Decomposition;
import io.headstream.tracer.decompose.LayerArrays;
import io.headstream.tracer.load.LoadedModel;
import io.headstream.tracer.model.ActivationCache;
import io.headstream.tracer.model.Transformer;
import io.headstream.tracer.trace.Progress;
import io.headstream.tracer.trace.Trace;
import io.headstream.tracer.trace.TraceRequest;
import io.headstream.tracer.trace.Tracer;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The steps from a pass to a trace of a GPT-2-small shape, against the plain pass and the engine's own products. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 4, time = 1)
public class DecompositionBenchmark {
    private static final int VECTORS = 300;

    @Param({"16", "64"})
    public int positions = 16;

    private Loaded loaded = Loaded.NONE;

    private record Loaded(LoadedModel model, PlainPass plain, int[] tokens, NDManager manager, NDArray vectors) {
        @SuppressWarnings("NullAway") // replaced before any benchmark runs
        static final Loaded NONE = new Loaded(null, null, new int[0], null, null);

        Transformer transformer() {
            return model.transformer();
        }
    }

    @Setup(Level.Trial)
    public void load() {
        LoadedModel model = Models.gpt2Small();
        Transformer transformer = model.transformer();
        NDManager manager = transformer.newPassManager();
        loaded = new Loaded(
                model,
                new PlainPass(transformer, positions, manager),
                Models.tokens(positions),
                manager,
                manager.randomNormal(
                        new Shape(VECTORS, transformer.architecture().dModel())));
    }

    @TearDown(Level.Trial)
    public void close() {
        loaded.manager().close();
        loaded.model().close();
    }

    /** The logits alone. */
    @Benchmark
    public long plain() {
        try (NDManager manager = loaded.transformer().newPassManager()) {
            return loaded.plain().logits(loaded.tokens(), manager).size();
        }
    }

    /** The recorded pass, and the figures of all its parts at all positions but effects: mostly shares and influence. */
    @Benchmark
    public double shares() {
        Transformer transformer = loaded.transformer();
        try (NDManager manager = transformer.newPassManager()) {
            ActivationCache cache = transformer.run(loaded.tokens(), manager);
            Question question = new Question(positions - 1, 17, OptionalInt.empty());
            Decomposition decomposition = new Decomposition(
                    cache, transformer.parameters(), loaded.model().neuronNorms(), question, Proximity.L1, null, null);
            for (int l = cache.layers().size() - 1; l >= 0; l--) {
                try (LayerArrays arrays = new LayerArrays(l, transformer, cache)) {
                    decomposition.table(arrays);
                }
            }
            return decomposition.influence().biases();
        }
    }

    /** A whole trace, with its projections, as it is when it is written. */
    @Benchmark
    public Trace trace() {
        return new Tracer(loaded.model()).trace(TraceRequest.of(loaded.tokens()), Progress.NONE);
    }

    /** Vectors onto the vocabulary, with ranks and first and last tokens. */
    @Benchmark
    public int projection() {
        return new VocabularyProjection(loaded.transformer().parameters(), 17, 10, 3)
                .of(loaded.vectors(), row -> false)
                .size();
    }

    /** The matrix product of the same vectors with W_U alone. */
    @Benchmark
    public long product() {
        try (NDArray logits =
                loaded.vectors().matMul(loaded.transformer().parameters().wU())) {
            return logits.size();
        }
    }
}
