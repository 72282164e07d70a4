package io.headstream.tracer.intervene;

import io.headstream.tracer.model.Probe;
import java.util.Map;

/**
 * One change of an array at a site, worked out: of some rows, elements {@code from} to {@code from + width} become keep · x + put.
 *
 * @param layer as the site counts it
 * @param rows by position, what is put there [width]
 */
record Step(Probe.Site site, int layer, int from, int width, float keep, Map<Integer, float[]> rows) {
    int firstBlock() {
        return site == Probe.Site.RESID_POST || site == Probe.Site.FINAL_SCALE ? layer + 1 : layer;
    }
}
