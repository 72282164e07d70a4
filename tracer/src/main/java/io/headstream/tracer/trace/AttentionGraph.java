package io.headstream.tracer.trace;

import static io.headstream.tracer.decompose.PartKind.*;

import io.headstream.schema.ActivationId;
import io.headstream.schema.EdgeType;
import io.headstream.schema.Figure;
import io.headstream.schema.Site;
import io.headstream.schema.TraceDetail;
import io.headstream.tracer.decompose.LayerTable;
import io.headstream.tracer.decompose.Measure;
import java.util.Arrays;

/** attn_out, the head outputs in it, and the memory values they attend to. */
final class AttentionGraph {
    // whose vectors are projected: each projection is a product with all of W_U, and two or three heads carry attn_out
    private static final int READ_HEADS = 4;
    private static final int READ_KEYS = 2;

    private final LayerContext at;
    private final LayerTable table;
    private final int heads;

    AttentionGraph(LayerContext context) {
        this.at = context;
        this.table = context.table();
        this.heads = table.size().heads();
    }

    void output(int p) {
        double whole = table.get(ATTN_OUT, Measure.SHARE, p);
        double left = 0;
        double leftDla = 0;
        for (int h = 0; h < heads; h++) {
            if (!table.isKept(HEAD, p, h)) {
                left += table.get(HEAD, Measure.SHARE, p, h) / whole;
                leftDla += at.isTarget(p) ? table.get(HEAD, Measure.DLA, p, h) : 0;
            }
        }
        ActivationId place = ActivationId.attention(at.layer(), p);
        Activation node = at.node(ATTN_OUT, place, p, 0);
        at.remainder(node, p, left, leftDla);
        at.batch().want(ATTN_OUT, node);
        at.trace().cover(1 - left);
        at.inStream(ATTN_OUT, p, place, at.afterAttention(p));
    }

    void heads(int p) {
        float[] shares = Arrays.copyOf(table.row(HEAD, Measure.SHARE, p), heads + 1); // and b_O's
        shares[heads] = (float) table.get(B_O, Measure.SHARE, p);
        double whole = table.get(ATTN_OUT, Measure.SHARE, p);
        int[] ranks = Ranking.ranks(shares);
        ActivationId attention = ActivationId.attention(at.layer(), p);
        for (int h : table.kept(HEAD, p)) {
            head(p, h, ranks[h]);
            ActivationId place = ActivationId.head(at.layer(), p, h);
            at.addsTo(HEAD, p, h, place, attention, shares[h] / whole, ranks[h]);
            at.trace().connect(EdgeType.READ_BY, ActivationId.at(Site.LN1, at.layer(), p), place);
            terms(p, h, place);
        }
        if (table.has(B_O, Measure.NORM, p, 0)) {
            ActivationId place = ActivationId.at(Site.B_O, at.layer(), p);
            at.batch().want(B_O, at.node(B_O, place, p, 0));
            at.addsTo(B_O, p, 0, place, attention, shares[heads] / whole, ranks[heads]);
        }
    }

    private void head(int p, int h, int rank) {
        Activation node =
                at.node(HEAD, ActivationId.head(at.layer(), p, h), p, h).with(Figure.ENTROPY, entropy(p, h));
        double whole = table.get(HEAD, Measure.SHARE, p, h);
        double left = 0;
        double leftDla = 0;
        for (int k = 0; k <= p; k++) {
            int term = table.term(p, h, k);
            if (!table.isKept(TERM, p, term)) {
                left += table.get(TERM, Measure.SHARE, p, term) / whole;
                leftDla += at.isTarget(p) ? table.get(TERM, Measure.DLA, p, term) : 0;
            }
        }
        at.remainder(node, p, left, leftDla);
        if (at.readsAll(p)) {
            at.batch().wantSought(node);
        }
        if (at.readsAll(p) || rank <= READ_HEADS) {
            at.batch().want(HEAD, node);
        }
    }

    // of a pattern row, in nats
    private double entropy(int p, int h) {
        double entropy = 0;
        for (int k = 0; k <= p; k++) {
            double weight = table.get(TERM, Measure.COEFFICIENT, p, table.term(p, h, k));
            entropy -= weight > 0 ? weight * Math.log(weight) : 0;
        }
        return entropy;
    }

    // the attention edges into one head output
    private void terms(int p, int h, ActivationId head) {
        int first = table.term(p, h, 0);
        float[] shares = Arrays.copyOfRange(table.row(TERM, Measure.SHARE, p), first, first + p + 1);
        double whole = table.get(HEAD, Measure.SHARE, p, h);
        int[] ranks = Ranking.ranks(shares);
        for (int k = 0; k <= p; k++) {
            int term = first + k;
            if (table.isKept(TERM, p, term)) {
                Edge edge = at.trace()
                        .connect(EdgeType.ATTENDED_BY, ActivationId.memory(at.layer(), k, h), head)
                        .with(Figure.WEIGHT, table.get(TERM, Measure.COEFFICIENT, p, term))
                        .with(Figure.SHARE, shares[k] / whole)
                        .with(Figure.RANK, ranks[k])
                        .with(Figure.NORM, table.get(TERM, Measure.NORM, p, term));
                if (at.isTarget(p)) {
                    edge.with(Figure.DLA, table.get(TERM, Measure.DLA, p, term));
                }
                if (table.has(TERM, Measure.EFFECT, p, term)) {
                    edge.with(Figure.EFFECT, table.get(TERM, Measure.EFFECT, p, term));
                }
            }
        }
    }

    void memoryValues() {
        for (int h = 0; h < heads; h++) {
            for (int k = 0; k < table.size().positions(); k++) {
                if (table.isKept(MEMORY, k, h)) {
                    memoryValue(h, k);
                }
            }
        }
    }

    private void memoryValue(int h, int k) {
        ActivationId place = ActivationId.memory(at.layer(), k, h);
        Activation node = at.node(MEMORY, place, k, h);
        if (at.trace().detail() == TraceDetail.FULL || isRead(h, k)) {
            at.batch().want(MEMORY, node);
        }
        at.trace().connect(EdgeType.READ_BY, ActivationId.at(Site.LN1, at.layer(), k), place);
    }

    // one of the two keys that the head attends to most at the target position: each projection is a product with all
    // of W_U
    private boolean isRead(int h, int k) {
        int target = table.size().target();
        if (k > target) {
            return false;
        }
        double weight = table.get(TERM, Measure.COEFFICIENT, target, table.term(target, h, k));
        int above = 0;
        for (int other = 0; other <= target; other++) {
            above += table.get(TERM, Measure.COEFFICIENT, target, table.term(target, h, other)) > weight ? 1 : 0;
        }
        return above < READ_KEYS;
    }
}
