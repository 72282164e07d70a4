package io.headstream.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * Both sides of a benchmark in turns, in one process, a line for each ratio. What else runs on the machine then slows both alike, which JMH,
 * that measures one side after the other, cannot give.
 */
final class Turns {
    private static final int LEAST = 5;
    private static final int WARM_UP = 2;
    private static final double SECONDS = 8;
    private static final double FOREVER = Double.POSITIVE_INFINITY;

    private Turns() {}

    /** Prints medians and fastest of both sides, and returns what each took, in ms: ours first. */
    static double[] compare(String name, Callable<?> ours, Callable<?> theirs) throws Exception {
        List<List<Double>> took = measure(ours, theirs);
        double[] medians = {median(took.get(0)), median(took.get(1))};
        double fastestOurs = Collections.min(took.get(0));
        double fastestTheirs = Collections.min(took.get(1));
        print(
                "%s: %.0f ms / %.0f ms = %.2f (medians of %d; fastest %.0f / %.0f = %.2f)",
                name,
                medians[0],
                medians[1],
                medians[0] / medians[1],
                took.get(0).size(),
                fastestOurs,
                fastestTheirs,
                fastestOurs / fastestTheirs);
        return medians;
    }

    /** What each side took, turn by turn, in ms. */
    static List<List<Double>> measure(Callable<?>... sides) throws Exception {
        return measure(WARM_UP, FOREVER, sides);
    }

    /** The same with one turn to warm up, and no further turn once so many seconds are over, however few there were: one at least. */
    static List<List<Double>> within(double seconds, Callable<?>... sides) throws Exception {
        return measure(1, seconds, sides);
    }

    private static List<List<Double>> measure(int warmUp, double most, Callable<?>... sides) throws Exception {
        long begun = System.nanoTime();
        List<List<Double>> took = new ArrayList<>();
        for (Callable<?> side : sides) {
            took.add(new ArrayList<>());
            for (int i = 0; i < warmUp; i++) {
                side.call();
            }
        }
        long warm = System.nanoTime();
        do {
            for (int i = 0; i < sides.length; i++) {
                took.get(i).add(milliseconds(sides[i]));
            }
        } while (since(begun) < most && (took.get(0).size() < LEAST || since(warm) < SECONDS));
        return took;
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static double milliseconds(Callable<?> measured) throws Exception {
        long start = System.nanoTime();
        measured.call();
        return (System.nanoTime() - start) / 1e6;
    }

    static double median(List<Double> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    static void print(String format, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }
}
