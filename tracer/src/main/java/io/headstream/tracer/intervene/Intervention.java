package io.headstream.tracer.intervene;

import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.model.Architecture;
import java.util.List;
import java.util.Map;

/**
 * One change of a pass.
 *
 * @param strength the factor of {@link Kind#SCALE}, what {@link Kind#ADD}'s vector is multiplied by; 1 otherwise
 */
public record Intervention(Kind kind, At at, double strength, Vector vector) {
    /** Largest strength, and element of what is put in: norms square them, in float32. */
    static final double MOST = 1e12;

    public static Intervention zero(At at) {
        return new Intervention(Kind.ZERO, at, 1, Vector.NONE);
    }

    public static Intervention scale(At at, double factor) {
        return new Intervention(Kind.SCALE, at, factor, Vector.NONE);
    }

    public static Intervention add(At at, double strength, Vector vector) {
        return new Intervention(Kind.ADD, at, strength, vector);
    }

    /** The value of another prompt, its positions aligned. */
    public static Intervention patch(At at, List<Integer> tokens) {
        return new Intervention(Kind.PATCH, at, 1, new Vector.OfPrompt(tokens, Map.of()));
    }

    /** Takes terms out. */
    public static Intervention remove(At terms) {
        return new Intervention(Kind.REMOVE, terms, 1, Vector.NONE);
    }

    /** Holds what is there at what it is in the pass as it is. */
    public static Intervention freeze(At at) {
        return new Intervention(Kind.FREEZE, at, 1, Vector.NONE);
    }

    /** What the receiver becomes where an earlier component is 0 in what it reads directly. */
    public static Intervention path(At sender, At receiver) {
        return new Intervention(Kind.PATH, receiver, 1, new Vector.Path(sender, Vector.NONE));
    }

    /** Hides keys. */
    public static Intervention mask(At terms) {
        return new Intervention(Kind.MASK, terms, 1, Vector.NONE);
    }

    /**
     * Whether it can be made in a prompt of n tokens; looks at everything that needs no pass.
     *
     * @throws TraceException naming what is wrong, and what is right
     */
    void check(Architecture a, int n) {
        if (kind == Kind.FREEZE) {
            at.each(a).forEach(each -> each.check(a, n));
        } else {
            at.check(a, n);
        }
        if (!Double.isFinite(strength)) {
            throw new TraceException("strength " + strength + " is no finite number");
        }
        if (Math.abs(strength) > MOST) {
            throw new TraceException(
                    "strength " + strength + " is too large: its square overflows in norms; take at most " + MOST);
        }
        if (at.place().isScale() && kind != Kind.FREEZE && kind != Kind.PATCH && kind != Kind.RESAMPLE) {
            throw new TraceException(at.place().hook() + " can be frozen or patched, not changed by " + kind.label());
        }
        if (kind != Kind.FREEZE && kind.ofEdges() != (at.place() == Place.PATTERN)) {
            throw new TraceException(
                    kind.ofEdges()
                            ? kind.label() + " is of attention terms: give a head, queries as positions, and keys"
                            : kind.label() + " is not for attention terms; those can be removed or masked");
        }
        if (kind.ofEdges() && at.keys().isEmpty()) {
            throw new TraceException(kind.label() + " needs the keys that are meant");
        }
        if (!kind.ofEdges() && !at.keys().isEmpty()) {
            throw new TraceException("keys are for remove and mask, not for " + kind.label());
        }
        new VectorCheck(this, a, n).check();
    }

    @Override
    public String toString() {
        return kind.label() + " of " + at.name();
    }
}
