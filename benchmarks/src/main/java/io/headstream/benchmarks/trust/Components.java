package io.headstream.benchmarks.trust;

import io.headstream.tracer.model.Architecture;

/**
 * A number for every head and MLP of a model.
 *
 * @param heads [layer * heads + head]
 * @param mlps [layer]
 */
record Components(double[] heads, double[] mlps) {
    static Components of(Architecture a) {
        return new Components(new double[a.layers() * a.heads()], new double[a.layers()]);
    }

    /** Of heads, or of MLPs. */
    double[] of(boolean ofHeads) {
        return ofHeads ? heads : mlps;
    }
}
