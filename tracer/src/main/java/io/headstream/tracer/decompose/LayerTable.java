package io.headstream.tracer.decompose;

import static io.headstream.tracer.decompose.Measure.*;
import static io.headstream.tracer.decompose.PartKind.*;

import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The figures of all of one layer's parts, kept or not, and which of them are kept. A part is named by its kind, its position and its index
 * there: the head, the neuron, or {@link #term} of head and key; 0 where there is one part a position. In sequential blocks RESID_PRE, TERM
 * and B_O make RESID_MID, and RESID_MID and MLP_OUT make RESID_POST; in parallel ones RESID_PRE, TERM, B_O and MLP_OUT make RESID_POST. NEURON
 * and B_OUT make MLP_OUT. What interventions changed is a part too: CHANGE_ATTN and CHANGE_MID of the state after attention, CHANGE_MLP of MLP_OUT,
 * CHANGE_POST of RESID_POST, CHANGE_EMBED of the embedding. The shares in each whole sum to 1; a bias that the model does not have has none.
 *
 * <p>A kind's measure is one array of floats, position by position, so that a table is small and lives on without the engine: 4 bytes for each
 * measure of each of heads * positions * (positions + 1) / 2 terms and positions * d_mlp neurons, next to which the rest is nothing. So that all
 * layers of a long prompt can be held, a table is {@link #narrow narrowed} to the terms and neurons that may be kept. What is the product of
 * other figures is not held: influence of all but states and memory values, norms of terms and neurons.
 */
public final class LayerTable {
    private final LayerSize size;
    private final float[] neuronNorms;
    private final Map<PartKind, Map<Measure, Column>> columns = new EnumMap<>(PartKind.class);
    private final Map<PartKind, BitSet> kept = new EnumMap<>(PartKind.class);
    private final Map<PartKind, Listing> narrowed = new EnumMap<>(PartKind.class);

    // what is known of some positions alone begins at `from` and is shorter; of a narrowed kind the values are of the
    // places listed between `from` and `to`
    private record Column(int from, int to, float[] values) {
        boolean covers(int at) {
            return at >= from && at < to;
        }
    }

    /** @param neuronNorms L2 norms of W_out's rows */
    LayerTable(LayerSize size, float[] neuronNorms) {
        this.size = size;
        this.neuronNorms = neuronNorms;
        for (PartKind kind : PartKind.values()) {
            columns.put(kind, new EnumMap<>(Measure.class));
            kept.put(kind, new BitSet());
        }
    }

    public LayerSize size() {
        return size;
    }

    /** The residual state that attention is added to: RESID_MID, or RESID_POST in parallel blocks. */
    public PartKind afterAttention() {
        return size.parallel() ? RESID_POST : RESID_MID;
    }

    /** The index of what `head` takes of `key` among the terms of `query`. */
    public int term(int query, int head, int key) {
        return head * (query + 1) + key;
    }

    /** Where a position's parts begin in a kind's columns. */
    public int start(PartKind kind, int position) {
        return switch (kind.extent()) {
            case ONE -> position;
            case HEADS -> position * size.heads();
            case NEURONS -> position * size.neurons();
            case KEYS -> size.heads() * (position * (position + 1) / 2);
        };
    }

    /** How many parts of a kind there are at a position. */
    public int count(PartKind kind, int position) {
        return start(kind, position + 1) - start(kind, position);
    }

    public boolean has(PartKind kind, Measure measure, int position, int index) {
        if (measure == INFLUENCE) {
            return kind != LN1 && kind != LN2 && (!CHANGES.contains(kind) || isChanged(kind, position));
        }
        if (measure == NORM && (kind == TERM || kind == NEURON)) {
            return true;
        }
        Column column = measures(kind).get(measure);
        return column != null
                && column.covers(start(kind, position) + index)
                && (!CHANGES.contains(kind) || isChanged(kind, position));
    }

    /** Whether interventions put something in or took something out there. */
    public boolean isChanged(PartKind kind, int position) {
        Column norms = measures(kind).get(NORM);
        return norms != null && norms.values()[position] != 0;
    }

    /** A figure that the table {@link #has}. */
    public double get(PartKind kind, Measure measure, int position, int index) {
        if (measure == INFLUENCE) {
            return influence(kind, position, index);
        }
        return measure == NORM ? norm(kind, position, index) : held(kind, measure, position, index);
    }

    /** Of a kind that has one part a position. */
    public double get(PartKind kind, Measure measure, int position) {
        return get(kind, measure, position, 0);
    }

    // a part carries its share of what its whole carries
    private double influence(PartKind kind, int position, int index) {
        return switch (kind) {
            case ATTN_OUT, HEAD, TERM, B_O, CHANGE_ATTN, CHANGE_MID ->
                held(afterAttention(), INFLUENCE, position, 0) * (double) held(kind, SHARE, position, index);
            case MLP_OUT -> held(RESID_POST, INFLUENCE, position, 0) * (double) held(MLP_OUT, SHARE, position, 0);
            case CHANGE_POST -> held(RESID_POST, INFLUENCE, position, 0) * (double) held(kind, SHARE, position, 0);
            case CHANGE_EMBED -> held(RESID_PRE, INFLUENCE, position, 0) * (double) held(kind, SHARE, position, 0);
            case NEURON, B_OUT, CHANGE_MLP -> influence(MLP_OUT, position, 0) * held(kind, SHARE, position, index);
            default -> held(kind, INFLUENCE, position, index);
        };
    }

    private float norm(PartKind kind, int position, int index) {
        return switch (kind) {
            case TERM -> {
                int keys = position + 1;
                yield held(TERM, COEFFICIENT, position, index) * held(MEMORY, NORM, index % keys, index / keys);
            }
            case NEURON -> Math.abs(held(NEURON, COEFFICIENT, position, index)) * neuronNorms[index];
            default -> held(kind, NORM, position, index);
        };
    }

    /** A part's share of the residual state it ends in. */
    public double shareOfState(PartKind kind, int position, int index) {
        double share = get(kind, SHARE, position, index);
        return kind == NEURON || kind == B_OUT || kind == CHANGE_MLP ? share * get(MLP_OUT, SHARE, position) : share;
    }

    /** A measure of all of a kind's parts at a position, by index; of a kind that is not narrowed. */
    public float[] row(PartKind kind, Measure measure, int position) {
        Column column = column(kind, measure);
        int from = start(kind, position) - column.from();
        return Arrays.copyOfRange(column.values(), from, from + count(kind, position));
    }

    /**
     * Lets go of all of a kind's parts but some, once and for all: they alone have figures and can be kept. The rest is in the sums that
     * {@link #left} takes from, and in the ranks that the some get.
     *
     * @param kind TERM or NEURON
     * @param places of the parts that stay, each its position's {@link #start} plus its index
     */
    public void narrow(PartKind kind, BitSet places) {
        int[] listed = places.stream().toArray();
        Listing listing = Listing.of(this, kind, listed);
        Map<Measure, Column> narrow = new EnumMap<>(Measure.class);
        measures(kind).forEach((measure, column) -> {
            int[] covered = Arrays.stream(listed).filter(column::covers).toArray();
            float[] values = new float[covered.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = column.values()[covered[i] - column.from()];
            }
            narrow.put(measure, new Column(column.from(), column.to(), values));
        });
        narrow.put(RANK, new Column(0, start(kind, size.positions()), listing.ranks()));
        columns.put(kind, narrow);
        narrowed.put(kind, listing);
        if (kind == NEURON) {
            put(B_OUT, RANK, listing.biasRanks());
            put(CHANGE_MLP, RANK, listing.changeRanks());
        }
    }

    /** The indices of a kind's parts at a position, in order; of a narrowed kind, of those that it was narrowed to. */
    public int[] indices(PartKind kind, int position) {
        Listing listing = narrowed.get(kind);
        if (listing == null) {
            return IntStream.range(0, count(kind, position)).toArray();
        }
        int start = start(kind, position);
        int[] some = listing.between(start, start(kind, position + 1));
        for (int i = 0; i < some.length; i++) {
            some[i] -= start;
        }
        return some;
    }

    /**
     * What those parts of a whole make of a measure that are not kept.
     *
     * @param kind TERM, of one head; or NEURON, narrowed too; or HEAD
     * @param whole the head of terms; otherwise 0
     * @param measure SHARE, or at the target position DLA
     */
    public double left(PartKind kind, Measure measure, int position, int whole) {
        double left = 0;
        if (kind == HEAD) {
            for (int h = 0; h < size.heads(); h++) {
                left += isKept(HEAD, position, h) ? 0 : held(HEAD, measure, position, h);
            }
            return left;
        }
        left = listing(kind).sum(measure, position, whole);
        for (int index : kind == TERM ? keptTerms(position, whole) : kept(kind, position)) {
            left -= held(kind, measure, position, index);
        }
        return left;
    }

    /** Keeps a part: it becomes a node or an edge, and is in no remainder. */
    public void keep(PartKind kind, int position, int index) {
        marks(kind).set(start(kind, position) + index);
    }

    /** Keeps nothing of what was kept. */
    public void keepNothing() {
        kept.values().forEach(BitSet::clear);
    }

    /** Gives terms and neurons ranks and sums, as {@link #narrow} does, and lets go of none. */
    public void list() {
        for (PartKind kind : List.of(TERM, NEURON)) {
            BitSet all = new BitSet();
            all.set(0, start(kind, size.positions()));
            narrow(kind, all);
        }
    }

    public boolean isKept(PartKind kind, int position, int index) {
        return marks(kind).get(start(kind, position) + index);
    }

    /** Indices of the terms that are kept of what a head takes at a query, in order of their keys. */
    public int[] keptTerms(int query, int head) {
        int first = start(TERM, query) + term(query, head, 0);
        return marks(TERM).get(first, first + query + 1).stream()
                .map(key -> head * (query + 1) + key)
                .toArray();
    }

    /** Indices of what is kept of a kind at a position, in order. */
    public int[] kept(PartKind kind, int position) {
        int start = start(kind, position);
        return marks(kind).get(start, start(kind, position + 1)).stream().toArray();
    }

    /** A new measure of all of a kind's parts, to be filled. */
    float[] add(PartKind kind, Measure measure) {
        return put(kind, measure, new float[start(kind, size.positions())]);
    }

    /** A measure of all of a kind's parts, or of those of its first positions. */
    float[] put(PartKind kind, Measure measure, float[] values) {
        measures(kind).put(measure, new Column(0, values.length, values));
        return values;
    }

    /** A measure of a kind's parts at the target positions, one after the other. */
    void putAtTarget(PartKind kind, Measure measure, float... values) {
        int from = start(kind, size.question().position());
        measures(kind).put(measure, new Column(from, from + values.length, values));
    }

    /** A measure of all of a kind's parts. */
    float[] values(PartKind kind, Measure measure) {
        return column(kind, measure).values();
    }

    private float held(PartKind kind, Measure measure, int position, int index) {
        Column column = column(kind, measure);
        int at = start(kind, position) + index;
        Listing listing = narrowed.get(kind);
        return column.values()[listing == null ? at - column.from() : listing.indexOf(at, column.from())];
    }

    private Listing listing(PartKind kind) {
        return Objects.requireNonNull(
                narrowed.get(kind), () -> kind + " of layer " + size.layer() + " is not narrowed");
    }

    private Column column(PartKind kind, Measure measure) {
        return Objects.requireNonNull(
                measures(kind).get(measure), () -> "no " + measure + " of " + kind + " in layer " + size.layer());
    }

    private Map<Measure, Column> measures(PartKind kind) {
        return Objects.requireNonNull(columns.get(kind));
    }

    private BitSet marks(PartKind kind) {
        return Objects.requireNonNull(kept.get(kind));
    }
}
