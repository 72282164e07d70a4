package io.headstream.tracer.attribution;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/** |w|_2 - |w - c x|_2 for many vectors x under many weights c, from their products with the wholes. */
final class L2Distances {
    private L2Distances() {}

    /** As {@link Proximity#of(NDArray, float[][], float[][])}, without the floor. */
    static float[][] closer(NDArray vectors, float[][] weights, float[][] wholes) {
        int d = (int) vectors.getShape().get(1);
        float[] flat = new float[wholes.length * d];
        for (int p = 0; p < wholes.length; p++) {
            System.arraycopy(wholes[p], 0, flat, p * d, d);
        }
        NDManager manager = vectors.getManager();
        NDArray whole = manager.create(flat, new Shape(wholes.length, d));
        float[][] dots = Rows.of(whole.matMul(vectors.transpose()));
        float[] squares = vectors.square().sum(new int[] {1}).toFloatArray();
        float[] wholeSquares = whole.square().sum(new int[] {1}).toFloatArray();
        float[][] closer = new float[weights.length][];
        for (int p = 0; p < weights.length; p++) {
            closer[p] = new float[weights[p].length];
            for (int i = 0; i < weights[p].length; i++) {
                double c = weights[p][i];
                closer[p][i] = (float) closer(c * dots[p][i], c * c * squares[i], wholeSquares[p]);
            }
        }
        return closer;
    }

    /**
     * |w| - |w - x| from w . x, |x|^2 and |w|^2, as (|w|^2 - |w - x|^2) / (|w| + |w - x|), which does not cancel where x is small.
     */
    static double closer(double dot, double square, double wholeSquare) {
        double less = 2 * dot - square;
        double rest = Math.sqrt(Math.max(0, wholeSquare - less));
        double sum = Math.sqrt(wholeSquare) + rest;
        return sum == 0 ? 0 : less / sum;
    }
}
