package io.headstream.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Both sides of every benchmark in turns, in one process, a line for each ratio. What else runs on the machine then slows both alike, which
 * JMH, that measures one side after the other, cannot give; for figures of one side, run JMH.
 */
final class Figures {
    private static final int LEAST = 5;
    private static final int WARM_UP = 2;
    private static final double SECONDS = 8;

    private Figures() {}

    private interface Measured {
        Object run() throws IOException;
    }

    public static void main(String[] arguments) throws IOException {
        decomposition();
        for (String model : new String[] {Models.SMOLLM2, Models.GPT2_SMALL}) {
            for (int positions : new int[] {16, 64, 256}) {
                PassBenchmark benchmark = new PassBenchmark();
                benchmark.model = model;
                benchmark.positions = positions;
                benchmark.load();
                compare("traced/plain " + model + " " + positions + " tokens", benchmark::traced, benchmark::plain);
                benchmark.close();
            }
        }
        LoadBenchmark load = new LoadBenchmark();
        compare("load/bare smollm2", load::load, load::bare);
        if (Files.exists(Path.of("/proc/self/status"))) {
            double[] mebibytes = LoadMemory.measure();
            print(
                    "peak/weights smollm2: %.0f MiB / %.0f MiB = %.2f",
                    mebibytes[0], mebibytes[1], mebibytes[0] / mebibytes[1]);
        }
    }

    private static void decomposition() throws IOException {
        for (int positions : new int[] {16, 64}) {
            DecompositionBenchmark benchmark = new DecompositionBenchmark();
            benchmark.positions = positions;
            benchmark.load();
            String what = " gpt2-small " + positions + " tokens";
            compare("pass, shares and influence/plain" + what, benchmark::shares, benchmark::plain);
            compare("trace/plain" + what, () -> benchmark.trace().activations().size(), benchmark::plain);
            if (positions == 16) {
                compare("projection/product 300 vectors", benchmark::projection, benchmark::product);
            }
            benchmark.close();
        }
    }

    private static void compare(String name, Measured ours, Measured theirs) throws IOException {
        List<Double> oursTook = new ArrayList<>();
        List<Double> theirsTook = new ArrayList<>();
        for (int i = 0; i < WARM_UP; i++) {
            ours.run();
            theirs.run();
        }
        long end = System.nanoTime() + (long) (SECONDS * 1e9);
        while (oursTook.size() < LEAST || System.nanoTime() < end) {
            oursTook.add(milliseconds(ours));
            theirsTook.add(milliseconds(theirs));
        }
        print(
                "%s: %.0f ms / %.0f ms = %.2f (medians of %d; fastest %.0f / %.0f = %.2f)",
                name,
                median(oursTook),
                median(theirsTook),
                median(oursTook) / median(theirsTook),
                oursTook.size(),
                Collections.min(oursTook),
                Collections.min(theirsTook),
                Collections.min(oursTook) / Collections.min(theirsTook));
    }

    private static double milliseconds(Measured measured) throws IOException {
        long start = System.nanoTime();
        measured.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    private static void print(String format, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }
}
