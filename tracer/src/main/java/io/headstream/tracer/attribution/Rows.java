package io.headstream.tracer.attribution;

import ai.djl.ndarray.NDArray;

/** Matrices out of the engine. */
public final class Rows {
    private Rows() {}

    /** A matrix row by row. */
    public static float[][] of(NDArray matrix) {
        int rows = (int) matrix.getShape().get(0);
        int columns = (int) matrix.getShape().get(1);
        float[] flat = matrix.toFloatArray();
        float[][] split = new float[rows][columns];
        for (int r = 0; r < rows; r++) {
            System.arraycopy(flat, r * columns, split[r], 0, columns);
        }
        return split;
    }
}
