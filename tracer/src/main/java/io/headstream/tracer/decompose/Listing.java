package io.headstream.tracer.decompose;

import static io.headstream.tracer.decompose.Measure.DLA;
import static io.headstream.tracer.decompose.Measure.SHARE;
import static io.headstream.tracer.decompose.PartKind.B_OUT;
import static io.headstream.tracer.decompose.PartKind.CHANGE_MLP;
import static io.headstream.tracer.decompose.PartKind.NEURON;
import static io.headstream.tracer.decompose.PartKind.TERM;

import java.util.Arrays;

/**
 * Which terms or neurons of a layer have a place of their own, where each stands among all parts of its whole, and what all parts of a whole
 * sum to.
 */
final class Listing {
    private final LayerSize size;
    private final PartKind kind;
    private final int[] places; // in order
    private final float[] ranks;
    private final double[]
            shares; // of a whole's parts together: of a head's terms [pos * head], of an MLP's neurons [pos]
    private final double[] dla; // at the target positions [target * whole]
    private final float[] biasRanks; // of b_out among the neurons [pos]
    private final float[] changeRanks; // of what was changed among them [pos]

    private Listing(LayerTable table, PartKind kind, int[] places) {
        this.size = table.size();
        this.kind = kind;
        this.places = places;
        this.ranks = new float[places.length];
        int wholes = kind == TERM ? size.heads() : 1;
        this.shares = new double[size.positions() * wholes];
        this.dla = new double[size.question().targets().size() * wholes];
        this.biasRanks = new float[size.positions()];
        this.changeRanks = new float[size.positions()];
    }

    static Listing of(LayerTable table, PartKind kind, int[] places) {
        Listing listing = new Listing(table, kind, places);
        int at = 0;
        for (int p = 0; p < table.size().positions(); p++) {
            at = listing.position(table, p, at);
        }
        return listing;
    }

    float[] ranks() {
        return ranks;
    }

    /** Of b_out among all neurons, which come first where they are equal [pos]. */
    float[] biasRanks() {
        return biasRanks;
    }

    /** Of what interventions changed among neurons and b_out, which come first where they are equal [pos]. */
    float[] changeRanks() {
        return changeRanks;
    }

    /** Where a place stands among those from `from` on. */
    int indexOf(int place, int from) {
        int index = Arrays.binarySearch(places, place);
        if (index < 0) {
            throw new IllegalArgumentException(kind + " at " + place + " was let go of");
        }
        return index - first(from);
    }

    /** The places from one to before another. */
    int[] between(int from, int to) {
        return Arrays.copyOfRange(places, first(from), first(to));
    }

    /** What all parts of a whole make of its share or, at the target position, of its DLA. */
    double sum(Measure measure, int position, int whole) {
        return measure == DLA
                ? dla[ofTarget(position) + whole]
                : shares[kind == TERM ? position * size.heads() + whole : position];
    }

    private int ofTarget(int position) {
        return (position - size.question().position()) * (kind == TERM ? size.heads() : 1);
    }

    private int first(int place) {
        int index = Arrays.binarySearch(places, place);
        return index < 0 ? -index - 1 : index;
    }

    private int position(LayerTable table, int p, int from) {
        float[] all = table.row(kind, SHARE, p);
        int start = table.start(kind, p);
        int to = from;
        while (to < places.length && places[to] < start + all.length) {
            to++;
        }
        int width = kind == TERM ? p + 1 : all.length; // parts of one whole
        for (int whole = 0; whole < all.length / width; whole++) {
            float[] some = Arrays.copyOfRange(all, whole * width, (whole + 1) * width);
            shares[kind == TERM ? p * size.heads() + whole : p] = sum(some);
            rank(table, p, some, start + whole * width, from, to);
        }
        if (kind == NEURON) {
            double bias = table.get(B_OUT, SHARE, p);
            double change = table.get(CHANGE_MLP, SHARE, p);
            biasRanks[p] = 1 + (change > bias ? 1 : 0);
            changeRanks[p] = 1 + (bias >= change ? 1 : 0);
            for (float share : all) {
                biasRanks[p] += share >= bias ? 1 : 0;
                changeRanks[p] += share >= change ? 1 : 0;
            }
        }
        if (size.isTarget(p)) {
            float[] atTarget = table.row(kind, DLA, p);
            for (int whole = 0; whole < all.length / width; whole++) {
                dla[ofTarget(p) + whole] = sum(Arrays.copyOfRange(atTarget, whole * width, (whole + 1) * width));
            }
        }
        return to;
    }

    // those listed between two indices that are parts of the whole whose first part has the place `first`
    private void rank(LayerTable table, int p, float[] shares, int first, int from, int to) {
        int begin = Math.max(from, first(first));
        int end = Math.min(to, first(first + shares.length));
        if (begin >= end) {
            return;
        }
        int[] byIndex = Ranking.ranks(shares);
        double bias = kind == TERM ? Double.NEGATIVE_INFINITY : table.get(B_OUT, SHARE, p);
        double change = kind == TERM ? Double.NEGATIVE_INFINITY : table.get(CHANGE_MLP, SHARE, p);
        for (int i = begin; i < end; i++) {
            int index = places[i] - first;
            ranks[i] = byIndex[index] + (bias > shares[index] ? 1 : 0) + (change > shares[index] ? 1 : 0);
        }
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }
}
