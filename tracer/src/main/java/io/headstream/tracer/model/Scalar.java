package io.headstream.tracer.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * A number as an array, for products that autograd goes back through. What DJL makes of a plain number borrows memory of the Java heap's side
 * and gives it back at once, but autograd keeps a product's factors: whenever the garbage collector ran before the way back, the gradient was
 * computed from what lay there by then. This memory is the engine's own.
 */
final class Scalar {
    private Scalar() {}

    /** A scalar of the type and in the manager of `x`. */
    static NDArray of(float value, NDArray x) {
        return x.getManager().full(new Shape(), value, x.getDataType());
    }
}
