package io.headstream.ingest.graph;

import io.headstream.schema.ActivationKind;
import io.headstream.schema.Figure;
import io.headstream.tracer.trace.Activation;
import io.headstream.tracer.trace.Trace;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What each head and MLP adds to the metric at the target position (their direct logit attribution), as a direction by which like traces
 * are found: docs/decisions/profile-of-a-trace.md.
 */
final class Profile {
    /** As many as trace_profile, the vector index of migration V0002, has. */
    static final int DIMENSIONS = 256;

    private Profile() {}

    /**
     * Component c of a model whose layers have H heads is layer * (H + 1) + head, the MLP standing behind the heads. It adds its figure
     * to dimension c modulo 256, with the opposite sign for every second round, so that models of up to 256 components keep them all apart.
     *
     * @return 256 numbers of L2 norm 1; nothing where no head's output was stored or nothing adds anything
     */
    static Optional<List<Double>> of(Trace trace) {
        List<Activation> heads = at(trace, ActivationKind.HEAD_OUTPUT);
        int slots =
                2 + heads.stream().mapToInt(head -> head.place().number()).max().orElse(-2);
        if (slots == 0) {
            return Optional.empty();
        }
        double[] folded = new double[DIMENSIONS];
        heads.forEach(head ->
                add(folded, head, head.place().layer() * slots + head.place().number()));
        at(trace, ActivationKind.MLP_OUTPUT)
                .forEach(mlp -> add(folded, mlp, mlp.place().layer() * slots + slots - 1));
        double norm = Math.sqrt(Arrays.stream(folded).map(x -> x * x).sum());
        return norm > 0
                ? Optional.of(Arrays.stream(folded).map(x -> x / norm).boxed().toList())
                : Optional.empty();
    }

    private static List<Activation> at(Trace trace, ActivationKind kind) {
        return trace.activations().stream()
                .filter(a -> a.place().kind() == kind
                        && a.place().position() == trace.question().position())
                .toList();
    }

    private static void add(double[] folded, Activation activation, int component) {
        double sign = component / DIMENSIONS % 2 == 0 ? 1 : -1;
        folded[component % DIMENSIONS] += sign * activation.figure(Figure.DLA).orElse(0);
    }
}
