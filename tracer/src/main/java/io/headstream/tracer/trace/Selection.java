package io.headstream.tracer.trace;

import static io.headstream.tracer.decompose.Measure.SHARE;
import static io.headstream.tracer.decompose.PartKind.*;

import io.headstream.schema.TraceDetail;
import io.headstream.tracer.decompose.LayerTable;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Marks in a layer's table the heads, terms, memory values and neurons that are stored, by share (docs/attribution.md). */
final class Selection {
    private static final double COVERAGE = 0.95;
    private static final double NEURON_FLOOR = 0.01;
    private static final int MOST_NEURONS = 32;
    private static final int TERMS_IN_LAYER = 16_384;
    private static final int LEAST_TERMS = 32;

    private final LayerTable table;
    private final TraceDetail detail;

    private Selection(LayerTable table, TraceDetail detail) {
        this.table = table;
        this.detail = detail;
    }

    /** @param ends are kept in any case */
    static void mark(LayerTable table, TraceDetail detail, EdgeEnds ends) {
        if (detail != TraceDetail.STREAM) {
            Selection selection = new Selection(table, detail);
            for (int p = 0; p < table.size().positions(); p++) {
                selection.terms(p);
                selection.heads(p);
                selection.neurons(p);
            }
        }
        ends.heads().forEach(at -> table.keep(HEAD, at.position(), at.head()));
        ends.memory().forEach(at -> table.keep(MEMORY, at.position(), at.head()));
    }

    // a term is an edge between its head output and its memory value
    private void terms(int query) {
        int keys = query + 1;
        float[] shares = table.row(TERM, SHARE, query);
        int most = detail == TraceDetail.FULL
                ? shares.length
                : mostTerms(table.size().positions());
        for (int term : covering(shares, biasO(query), attention(query), most)) {
            table.keep(TERM, query, term);
            table.keep(HEAD, query, term / keys);
            table.keep(MEMORY, term % keys, term / keys);
        }
    }

    // in short prompts never reached; in long ones a layer's terms, whose number grows with the square of the
    // positions, stay bounded
    private static int mostTerms(int positions) {
        return Math.max(LEAST_TERMS, TERMS_IN_LAYER / positions);
    }

    private void heads(int p) {
        float[] shares = table.row(HEAD, SHARE, p);
        boolean all = p == table.size().target();
        int[] chosen = all
                ? IntStream.range(0, shares.length).toArray()
                : covering(shares, biasO(p), attention(p), shares.length);
        for (int h : chosen) {
            table.keep(HEAD, p, h);
        }
    }

    private double attention(int p) {
        return table.get(ATTN_OUT, SHARE, p);
    }

    private double biasO(int p) {
        return table.get(B_O, SHARE, p);
    }

    private void neurons(int p) {
        if (detail == TraceDetail.HEADS) {
            return;
        }
        float[] shares = table.row(NEURON, SHARE, p);
        int[] chosen = detail == TraceDetail.FULL
                ? covering(shares, table.get(B_OUT, SHARE, p), 1, shares.length)
                : strongest(shares);
        for (int i : chosen) {
            table.keep(NEURON, p, i);
        }
    }

    private static int[] strongest(float[] shares) {
        int[] some = IntStream.range(0, shares.length)
                .filter(i -> shares[i] >= NEURON_FLOOR)
                .toArray();
        int[] order = Ranking.descending(shares, some);
        return Arrays.copyOf(order, Math.min(MOST_NEURONS, order.length));
    }

    // the fewest parts, and no more than `most`, that with what is kept `already` make 95% of the whole
    private static int[] covering(float[] shares, double already, double whole, int most) {
        int[] order = Ranking.descending(shares);
        double sum = already;
        int kept = 0;
        while (kept < Math.min(most, order.length) && sum < COVERAGE * whole) {
            sum += shares[order[kept++]];
        }
        return Arrays.copyOf(order, kept);
    }
}
