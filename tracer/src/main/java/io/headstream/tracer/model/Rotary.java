package io.headstream.tracer.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * Rotary position embedding (Su et al. 2021, arXiv 2104.09864): pairs of a head's dimensions are turned by an angle that grows with the
 * position.
 *
 * @param dimensions of a head that are turned, the first ones; the rest pass as they are
 * @param layout which dimensions make a pair
 */
public record Rotary(int dimensions, double theta, Layout layout, RopeScaling scaling) {
    /** Which two dimensions turn together. */
    public enum Layout {
        /** i and i + dimensions/2 (GPT-NeoX, Llama). */
        HALVES,
        /** 2i and 2i + 1 (GPT-J). */
        NEIGHBOURS
    }

    /** Cosines and sines of every position's angles, [pos, ...] shaped to broadcast over {@link #apply}'s pairs. */
    public record Angles(NDArray cos, NDArray sin) {}

    public Angles angles(int positions, NDManager manager) {
        int half = dimensions / 2;
        float[] frequencies = scaling.inverseFrequencies(theta, dimensions, positions, manager);
        double factor = scaling.attentionFactor();
        float[] cos = new float[positions * half];
        float[] sin = new float[positions * half];
        for (int p = 0; p < positions; p++) {
            for (int i = 0; i < half; i++) {
                float angle = p * frequencies[i]; // in float32, as every other implementation does
                cos[p * half + i] = (float) (Math.cos(angle) * factor);
                sin[p * half + i] = (float) (Math.sin(angle) * factor);
            }
        }
        Shape shape = layout == Layout.HALVES ? new Shape(positions, 1, half) : new Shape(positions, half, 1);
        return new Angles(manager.create(cos, shape), manager.create(sin, shape));
    }

    /** Turns queries or keys [head, pos, d_head]. */
    public NDArray apply(NDArray x, Angles angles) {
        long heads = x.getShape().get(0);
        long positions = x.getShape().get(1);
        long dHead = x.getShape().get(2);
        long half = dimensions / 2;
        NDArray turned = dimensions == dHead ? x : x.get(":,:,:" + dimensions);
        int axis = layout == Layout.HALVES ? 2 : 3;
        NDList pair = turned.reshape(
                        layout == Layout.HALVES
                                ? new Shape(heads, positions, 2, half)
                                : new Shape(heads, positions, half, 2))
                .split(2, axis);
        NDArray a = pair.get(0);
        NDArray b = pair.get(1);
        NDArray first = a.mul(angles.cos()).subi(b.mul(angles.sin()));
        NDArray second = b.mul(angles.cos()).addi(a.mul(angles.sin()));
        NDArray rotated = NDArrays.concat(new NDList(first, second), axis).reshape(heads, positions, dimensions);
        return dimensions == dHead
                ? rotated
                : NDArrays.concat(new NDList(rotated, x.get(":,:," + dimensions + ":")), 2);
    }
}
