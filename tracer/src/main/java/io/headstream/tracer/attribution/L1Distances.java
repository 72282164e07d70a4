package io.headstream.tracer.attribution;

import ai.djl.ndarray.NDArray;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.stream.IntStream;

/**
 * |w|_1 - |w - c x|_1 for many vectors x under many weights c, without ever holding the weighted parts. Vectors are turned into columns a
 * tile at a time, so that the innermost loop runs over vectors and the compiler makes wide instructions of it; the engine's own operations
 * would each go through memory (benchmarks/).
 */
final class L1Distances {
    private static final int TILE = 256; // vectors to a tile
    private static final int BLOCK = 256; // dimensions whose columns stay in the processor's cache

    private final FloatBuffer vectors;
    private final float[][] weights;
    private final float[][] wholes;
    private final float[][] sums;
    private final int d;

    private L1Distances(NDArray vectors, float[][] weights, float[][] wholes) {
        this.vectors = vectors.toByteBuffer(true).order(ByteOrder.nativeOrder()).asFloatBuffer();
        this.weights = weights;
        this.wholes = wholes;
        this.d = (int) vectors.getShape().get(1);
        this.sums = new float[weights.length][];
        for (int p = 0; p < weights.length; p++) {
            sums[p] = new float[weights[p].length];
        }
    }

    /** As {@link Proximity#of(NDArray, float[][], float[][])}, without the floor. */
    static float[][] closer(NDArray vectors, float[][] weights, float[][] wholes) {
        int parts = (int) vectors.getShape().get(0);
        L1Distances distances = new L1Distances(vectors, weights, wholes);
        IntStream.range(0, (parts + TILE - 1) / TILE)
                .parallel()
                .forEach(tile -> distances.tile(tile * TILE, Math.min(parts, (tile + 1) * TILE)));
        return distances.sums;
    }

    private void tile(int from, int to) {
        // of positions that have as many; 0 beyond their last: the loop runs over the whole tile, or is not made wide
        int[] some = IntStream.range(0, weights.length)
                .filter(p -> weights[p].length > from)
                .toArray();
        float[][] weight = new float[some.length][to - from];
        float[][] sum = new float[some.length][to - from];
        for (int i = 0; i < some.length; i++) {
            System.arraycopy(weights[some[i]], from, weight[i], 0, count(some[i], from, to));
        }
        float[][] columns = new float[Math.min(d, BLOCK)][to - from]; // [dimension][vector]
        for (int first = 0; first < d; first += BLOCK) {
            int dimensions = Math.min(d - first, BLOCK);
            columns(from, to, first, dimensions, columns);
            for (int i = 0; i < some.length; i++) {
                for (int j = 0; j < dimensions; j++) {
                    add(columns[j], weight[i], wholes[some[i]][first + j], sum[i]);
                }
            }
        }
        for (int i = 0; i < some.length; i++) {
            System.arraycopy(sum[i], 0, sums[some[i]], from, count(some[i], from, to));
        }
    }

    private void columns(int from, int to, int first, int dimensions, float[][] columns) {
        float[] vector = new float[dimensions];
        for (int i = from; i < to; i++) {
            vectors.get(i * d + first, vector);
            for (int j = 0; j < dimensions; j++) {
                columns[j][i - from] = vector[j];
            }
        }
    }

    // a position's weights among those of a tile
    private int count(int p, int from, int to) {
        return Math.min(to, weights[p].length) - from;
    }

    // one dimension at a time: a longer loop is not unrolled far enough to be made wide (JDK 17)
    private static void add(float[] x, float[] weight, float whole, float[] sum) {
        float size = Math.abs(whole);
        for (int i = 0; i < sum.length; i++) {
            sum[i] += size - Math.abs(whole - weight[i] * x[i]);
        }
    }
}
