package io.headstream.tracer.trace;

import static io.headstream.tracer.decompose.PartKind.*;

import io.headstream.schema.ActivationId;
import io.headstream.schema.EdgeType;
import io.headstream.schema.Figure;
import io.headstream.schema.Site;
import io.headstream.schema.TraceDetail;
import io.headstream.tracer.decompose.LayerTable;
import io.headstream.tracer.decompose.Measure;
import io.headstream.tracer.decompose.Ranking;
import java.util.Arrays;
import java.util.stream.IntStream;

/** attn_out, the head outputs in it, and the memory values they attend to. */
final class AttentionGraph {
    // whose vectors are projected: each projection is a product with all of W_U
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
        double left = table.left(HEAD, Measure.SHARE, p, 0) / whole;
        double leftDla = at.isTarget(p) ? table.left(HEAD, Measure.DLA, p, 0) : 0;
        ActivationId place = ActivationId.attention(at.layer(), p);
        Activation node = at.node(ATTN_OUT, place, p, 0);
        at.remainder(node, p, left, leftDla);
        at.batch().want(ATTN_OUT, node);
        at.trace().cover(1 - left);
        at.inStream(ATTN_OUT, p, place, at.afterAttention(p));
    }

    void heads(int p) {
        float[] shares =
                Arrays.copyOf(table.row(HEAD, Measure.SHARE, p), heads + 2); // and b_O's, and of what was changed
        shares[heads] = (float) table.get(B_O, Measure.SHARE, p);
        shares[heads + 1] = (float) table.get(CHANGE_ATTN, Measure.SHARE, p);
        double whole = table.get(ATTN_OUT, Measure.SHARE, p);
        int[] ranks = Ranking.ranks(shares);
        ActivationId attention = ActivationId.attention(at.layer(), p);
        for (int h : table.kept(HEAD, p)) {
            head(p, h);
            ActivationId place = ActivationId.head(at.layer(), p, h);
            at.addsTo(HEAD, p, h, place, attention, shares[h] / whole, ranks[h]);
            at.trace().connect(EdgeType.READ_BY, ActivationId.at(Site.LN1, at.layer(), p), place);
            terms(p, h, place);
        }
        if (table.isKept(B_O, p, 0)) {
            ActivationId place = ActivationId.at(Site.B_O, at.layer(), p);
            at.batch().want(B_O, at.node(B_O, place, p, 0));
            at.addsTo(B_O, p, 0, place, attention, shares[heads] / whole, ranks[heads]);
        }
        at.change(CHANGE_ATTN, p, attention, shares[heads + 1] / whole, ranks[heads + 1]);
    }

    private void head(int p, int h) {
        Activation node = at.node(HEAD, ActivationId.head(at.layer(), p, h), p, h)
                .with(Figure.ENTROPY, table.get(HEAD, Measure.ENTROPY, p, h));
        double left = table.left(TERM, Measure.SHARE, p, h) / table.get(HEAD, Measure.SHARE, p, h);
        at.remainder(node, p, left, at.isTarget(p) ? table.left(TERM, Measure.DLA, p, h) : 0);
        if (at.readsAll(p)) {
            at.batch().wantSought(node);
        }
        at.batch().want(HEAD, node);
    }

    // the attention edges into one head output
    private void terms(int p, int h, ActivationId head) {
        double whole = table.get(HEAD, Measure.SHARE, p, h);
        for (int term : table.keptTerms(p, h)) {
            ActivationId key = ActivationId.memory(at.layer(), term - table.term(p, h, 0), h);
            Edge edge = at.trace()
                    .connect(EdgeType.ATTENDED_BY, key, head)
                    .with(Figure.WEIGHT, table.get(TERM, Measure.COEFFICIENT, p, term))
                    .with(Figure.SHARE, table.get(TERM, Measure.SHARE, p, term) / whole)
                    .with(Figure.RANK, table.get(TERM, Measure.RANK, p, term))
                    .with(Figure.NORM, table.get(TERM, Measure.NORM, p, term));
            if (at.isTarget(p)) {
                edge.with(Figure.DLA, table.get(TERM, Measure.DLA, p, term));
            }
            if (table.has(TERM, Measure.EFFECT, p, term)) {
                edge.with(Figure.EFFECT, table.get(TERM, Measure.EFFECT, p, term));
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
        if (table.isKept(LN1, k, 0)) {
            at.trace().connect(EdgeType.READ_BY, ActivationId.at(Site.LN1, at.layer(), k), place);
        }
    }

    // one of the two keys that the head attends to most at the target position: each projection is a product with all
    // of W_U
    private boolean isRead(int h, int k) {
        return IntStream.of(table.size().targetPositions()).anyMatch(target -> isRead(target, h, k));
    }

    private boolean isRead(int target, int h, int k) {
        int term = table.term(target, h, k);
        if (k > target || !table.isKept(TERM, target, term)) {
            return false;
        }
        double weight = table.get(TERM, Measure.COEFFICIENT, target, term);
        int above = 0;
        for (int other : table.keptTerms(target, h)) {
            above += table.get(TERM, Measure.COEFFICIENT, target, other) > weight ? 1 : 0;
        }
        return above < READ_KEYS;
    }
}
