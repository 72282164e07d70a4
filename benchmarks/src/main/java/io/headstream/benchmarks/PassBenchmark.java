package io.headstream.benchmarks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.headstream.tracer.model.ActivationCache;
import io.headstream.tracer.model.Transformer;
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

/** A pass with every activation available, against the logits alone. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 4, time = 1)
public class PassBenchmark {
    private static final float TOLERANCE = 1e-3f;

    @Param({Models.SMOLLM2, Models.GPT2_SMALL})
    public String model = Models.SMOLLM2;

    @Param({"16", "64", "256"})
    public int positions = 16;

    private Loaded loaded = Loaded.NONE;

    private record Loaded(Transformer transformer, PlainPass plain, int[] tokens) {
        @SuppressWarnings("NullAway") // replaced before any benchmark runs
        static final Loaded NONE = new Loaded(null, null, new int[0]);
    }

    /** Loads the model, and fails unless both passes give the same logits. */
    @Setup(Level.Trial)
    public void load() {
        Transformer transformer = Models.load(model);
        PlainPass plain = new PlainPass(transformer, positions, transformer.newPassManager());
        loaded = new Loaded(transformer, plain, Models.tokens(positions));
        try (NDManager manager = transformer.newPassManager()) {
            NDArray recorded = transformer.run(loaded.tokens(), manager).logits();
            float difference = recorded.sub(plain.logits(loaded.tokens(), manager))
                    .abs()
                    .max()
                    .getFloat();
            if (!(difference <= TOLERANCE)) {
                throw new IllegalStateException("the passes are not of one model: logits differ by " + difference);
            }
        }
    }

    @TearDown(Level.Trial)
    public void close() {
        loaded.transformer().close();
    }

    /** Runs with every activation recorded, makes every pattern, and frees all. */
    @Benchmark
    public long traced() {
        try (NDManager manager = loaded.transformer().newPassManager()) {
            ActivationCache cache = loaded.transformer().run(loaded.tokens(), manager);
            for (int l = 0; l < cache.layers().size(); l++) {
                loaded.transformer().pattern(l, cache);
            }
            return cache.logits().size();
        }
    }

    /** Makes the logits, and frees them. */
    @Benchmark
    public long plain() {
        try (NDManager manager = loaded.transformer().newPassManager()) {
            return loaded.plain().logits(loaded.tokens(), manager).size();
        }
    }
}
