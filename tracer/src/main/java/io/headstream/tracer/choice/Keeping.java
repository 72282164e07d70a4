package io.headstream.tracer.choice;

import static io.headstream.tracer.decompose.PartKind.*;

import io.headstream.tracer.decompose.LayerTable;
import io.headstream.tracer.decompose.Measure;
import io.headstream.tracer.decompose.PartKind;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Marks what is kept, each with what it cannot be without: a head with its keys and what it is added to, whatever reads with the norm that it reads.
 * Counts the nodes and relationships that they will be.
 */
final class Keeping {
    private static final List<PartKind> STATES = List.of(RESID_PRE, RESID_MID, RESID_POST);
    private static final List<PartKind> SUMS = List.of(ATTN_OUT, MLP_OUT, LN1, LN2);

    private final List<LayerTable> tables;
    private final Columns columns;
    private final Map<PartKind, Integer> counts = new EnumMap<>(PartKind.class);

    Keeping(List<LayerTable> tables, Columns columns) {
        this.tables = tables;
        this.columns = columns;
        for (PartKind kind : PartKind.values()) {
            counts.put(kind, 0);
        }
    }

    /** The residual states of all columns, and all that the target position's are made of. */
    void states() {
        for (LayerTable table : tables) {
            columns.stream().forEach(p -> STATES.forEach(kind -> mark(table, kind, p, 0)));
            columns.stream().forEach(p -> changes(table, p));
            Arrays.stream(table.size().targetPositions()).forEach(p -> sums(table, p));
        }
    }

    /** The sums and norms of all columns too. */
    void sums() {
        tables.forEach(table -> columns.stream().forEach(p -> sums(table, p)));
    }

    // what was changed is always told of
    private void changes(LayerTable table, int p) {
        List.of(CHANGE_EMBED, CHANGE_MID, CHANGE_POST).forEach(kind -> mark(table, kind, p, 0));
        if (table.isChanged(CHANGE_ATTN, p)) {
            keep(table, ATTN_OUT, p, 0);
        }
        if (table.isChanged(CHANGE_MLP, p)) {
            keep(table, MLP_OUT, p, 0);
        }
    }

    private void sums(LayerTable table, int p) {
        SUMS.forEach(kind -> keep(table, kind, p, 0));
    }

    /** Keeps a part, unless its position has no states; says whether it is kept. */
    boolean keep(Part part) {
        return keep(part.table(), part.kind(), part.position(), part.index());
    }

    boolean keep(LayerTable table, PartKind kind, int p, int index) {
        if (!columns.has(p)) {
            return false;
        }
        if (mark(table, kind, p, index)) {
            switch (kind) {
                case HEAD -> {
                    keep(table, ATTN_OUT, p, 0);
                    keep(table, LN1, p, 0);
                    keys(table, p, index);
                }
                case MEMORY -> keep(table, LN1, p, 0);
                case NEURON -> keep(table, MLP_OUT, p, 0);
                case ATTN_OUT -> {
                    mark(table, B_O, p, 0);
                    mark(table, CHANGE_ATTN, p, 0);
                }
                case MLP_OUT -> {
                    mark(table, B_OUT, p, 0);
                    mark(table, CHANGE_MLP, p, 0);
                    keep(table, LN2, p, 0);
                }
                default -> {
                    // stands for itself
                }
            }
        }
        return true;
    }

    private void keys(LayerTable table, int q, int head) {
        for (int term : table.indices(TERM, q)) {
            int key = term % (q + 1);
            if (term / (q + 1) == head && (columns.has(key) || table.size().isTarget(q))) {
                mark(table, TERM, q, term);
                mark(table, MEMORY, key, head); // of the target's keys also where there are no states
                keep(table, LN1, key, 0);
            }
        }
    }

    // of each kind that there is of the part
    private boolean mark(LayerTable table, PartKind kind, int p, int index) {
        boolean isThere = kind == TERM || table.has(kind, Measure.NORM, p, index);
        if (!isThere || table.isKept(kind, p, index)) {
            return false;
        }
        table.keep(kind, p, index);
        counts.merge(kind, 1, Integer::sum);
        return true;
    }

    int count(PartKind kind) {
        return counts.getOrDefault(kind, 0);
    }

    /** Nodes so far. */
    int nodes() {
        return counts.values().stream().mapToInt(Integer::intValue).sum() - count(TERM);
    }

    /** Relationships, where each vector that is projected tells so many tokens. */
    int relationships(Words words) {
        int tellers = count(RESID_PRE) + count(RESID_MID) + count(RESID_POST);
        int changes = PartKind.CHANGES.stream().mapToInt(this::count).sum();
        int erasers = count(ATTN_OUT) + count(MLP_OUT) + count(HEAD) + changes;
        int structure = 3 * count(HEAD)
                + 2 * (count(MEMORY) + count(NEURON) + count(MLP_OUT))
                + count(TERM)
                + count(ATTN_OUT)
                + count(LN1)
                + count(LN2)
                + count(B_O)
                + count(B_OUT)
                + changes
                + tellers;
        return structure + (tellers + erasers) * words.written() + erasers * words.erased();
    }
}
