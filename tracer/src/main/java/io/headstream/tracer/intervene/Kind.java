package io.headstream.tracer.intervene;

import io.headstream.tracer.error.TraceException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What an intervention does to an activation x. */
public enum Kind {
    /** 0. */
    ZERO,
    /** strength · x. */
    SCALE,
    /** x + strength · vector: steering (Turner et al. 2023, arXiv 2308.10248). */
    ADD,
    /** The value that it has in another prompt: activation patching (Vig et al. 2020; Meng et al. 2022). */
    PATCH,
    /** As {@link #PATCH}, said of a prompt that stands for any other of its kind (Chan et al. 2022). */
    RESAMPLE,
    /** A mean over prompts. */
    MEAN,
    /** The value that it has in the pass as it is, whatever else is changed: an activation, a norm's scale, a head's pattern. */
    FREEZE,
    /**
     * What the component is when an earlier one changes in what it reads directly, all else as it is: path patching (Wang et al. 2022, arXiv
     * 2211.00593; Goldowsky-Dill et al. 2023, arXiv 2304.05969).
     */
    PATH,
    /** Of attention: the term is taken out, and the row keeps its other weights. */
    REMOVE,
    /** Of attention: the score is minus infinity, and the other weights of the row make 1 again. */
    MASK;

    /** Whether it is of (head, query, key) terms. */
    public boolean ofEdges() {
        return this == REMOVE || this == MASK;
    }

    /** Whether it puts another value in the place of x. */
    boolean replaces() {
        return this == PATCH || this == RESAMPLE || this == MEAN || this == FREEZE || this == PATH;
    }

    /** What it is called in requests and in the graph. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kind of that name.
     *
     * @throws TraceException listing those there are
     */
    public static Kind labelled(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new TraceException("intervention kind '" + label + "' is not known; it is one of "
                        + Arrays.stream(values()).map(Kind::label).collect(Collectors.joining(", "))));
    }
}
