package io.headstream.tracer.choice;

import static io.headstream.tracer.decompose.PartKind.HEAD;
import static io.headstream.tracer.decompose.PartKind.MLP_OUT;

import io.headstream.tracer.decompose.LayerTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What is kept besides the marks in the tables, and how much of the pass that is.
 *
 * @param positions whose residual states are nodes, in order
 * @param influenceCoverage part of the influence of all heads' and MLPs' outputs that the kept ones have
 * @param effectCoverage the same of their absolute effect; 0 where no effects are asked for
 */
public record Kept(int[] positions, Words words, double influenceCoverage, double effectCoverage) {
    static Kept of(List<LayerTable> tables, Columns columns, Words words, boolean effects) {
        int[] everywhere = IntStream.range(0, tables.get(0).size().positions()).toArray();
        List<Part> components = new ArrayList<>(Part.all(tables, HEAD, everywhere));
        components.addAll(Part.all(tables, MLP_OUT, everywhere));
        return new Kept(
                columns.toArray(),
                words,
                part(components, Part::influence),
                effects ? part(components, Part::strength) : 0);
    }

    private static double part(List<Part> parts, ToDoubleFunction<Part> figure) {
        double all = parts.stream().mapToDouble(figure).sum();
        double kept = parts.stream().filter(Part::isKept).mapToDouble(figure).sum();
        return all == 0 ? 0 : kept / all;
    }
}
