package io.headstream.tracer.circuit;

import io.headstream.tracer.attribution.Outcome;

/**
 * What cutting one edge did.
 *
 * @param writer name of the node whose output did not come
 * @param reader name of the node that it did not come to
 * @param change the metric after it less that of the unchanged pass
 */
public record CutEdge(String writer, String reader, Outcome after, double change) {}
