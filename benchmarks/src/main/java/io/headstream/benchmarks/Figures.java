package io.headstream.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;

/** What passes, decompositions and loads cost against the plain ones, a line for each ratio; for figures of one side, run JMH. */
final class Figures {
    private Figures() {}

    public static void main(String[] arguments) throws Exception {
        decomposition();
        for (String model : new String[] {Models.SMOLLM2, Models.GPT2_SMALL}) {
            for (int positions : new int[] {16, 64, 256}) {
                PassBenchmark benchmark = new PassBenchmark();
                benchmark.model = model;
                benchmark.positions = positions;
                benchmark.load();
                Turns.compare(
                        "traced/plain " + model + " " + positions + " tokens", benchmark::traced, benchmark::plain);
                benchmark.close();
            }
        }
        LoadBenchmark load = new LoadBenchmark();
        Turns.compare("load/bare smollm2", load::load, load::bare);
        if (Files.exists(Path.of("/proc/self/status"))) {
            double[] mebibytes = LoadMemory.measure();
            Turns.print(
                    "peak/weights smollm2: %.0f MiB / %.0f MiB = %.2f",
                    mebibytes[0], mebibytes[1], mebibytes[0] / mebibytes[1]);
        }
    }

    private static void decomposition() throws Exception {
        for (int positions : new int[] {16, 64}) {
            DecompositionBenchmark benchmark = new DecompositionBenchmark();
            benchmark.positions = positions;
            benchmark.load();
            String what = " gpt2-small " + positions + " tokens";
            Turns.compare("pass, shares and influence/plain" + what, benchmark::shares, benchmark::plain);
            Turns.compare(
                    "trace/plain" + what, () -> benchmark.trace().activations().size(), benchmark::plain);
            if (positions == 16) {
                Turns.compare("projection/product 300 vectors", benchmark::projection, benchmark::product);
            }
            benchmark.close();
        }
    }
}
