package io.headstream.schema;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where in a block an activation is, in the block's order: what stands in an id after the place, TransformerLens's name, and the kind of
 * whole that it adds to. In a spelling {@code #} stands for a head's or neuron's number.
 */
public enum Site {
    /** The embedding, resid_pre of block 0. */
    EMBED("embed", "embed", ActivationKind.RESIDUAL, ActivationKind.RESIDUAL),
    /** What interventions did to the embedding; these five are where they did something. */
    CHANGE_EMBED("change_embed", "change of embed", ActivationKind.CHANGE, ActivationKind.RESIDUAL),
    LN1("ln1", "ln1", ActivationKind.NORMALIZED, null),
    MEMORY("H#.v", "", ActivationKind.MEMORY_VALUE, null),
    HEAD("H#", "", ActivationKind.HEAD_OUTPUT, ActivationKind.ATTENTION_OUTPUT),
    B_O("b_O", "b_O", ActivationKind.BIAS, ActivationKind.ATTENTION_OUTPUT),
    /** To heads, to their terms, or to all of attn_out. */
    CHANGE_ATTN("change_attn", "change of attn_out", ActivationKind.CHANGE, ActivationKind.ATTENTION_OUTPUT),
    ATTN("attn", "attn_out", ActivationKind.ATTENTION_OUTPUT, ActivationKind.RESIDUAL),
    /** To the state after attention. */
    CHANGE_MID("change_mid", "change of resid_mid", ActivationKind.CHANGE, ActivationKind.RESIDUAL),
    /** After attention; parallel blocks have none. */
    MID("mid", "resid_mid", ActivationKind.RESIDUAL, ActivationKind.RESIDUAL),
    LN2("ln2", "ln2", ActivationKind.NORMALIZED, null),
    NEURON("N#", "", ActivationKind.NEURON_ACTIVATION, ActivationKind.MLP_OUTPUT),
    B_OUT("b_out", "b_out", ActivationKind.BIAS, ActivationKind.MLP_OUTPUT),
    /** To neurons, or to all of mlp_out. */
    CHANGE_MLP("change_mlp", "change of mlp_out", ActivationKind.CHANGE, ActivationKind.MLP_OUTPUT),
    MLP("mlp", "mlp_out", ActivationKind.MLP_OUTPUT, ActivationKind.RESIDUAL),
    /** To the state after the block. */
    CHANGE_POST("change_post", "change of resid_post", ActivationKind.CHANGE, ActivationKind.RESIDUAL),
    /** After the MLP, hence after the block. */
    POST("post", "resid_post", ActivationKind.RESIDUAL, ActivationKind.RESIDUAL),
    /** The norm after the last block. */
    FINAL("final", "ln_final", ActivationKind.NORMALIZED, null);

    private static final Map<String, Site> SPELT =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(site -> site.spelling, Function.identity()));
    private static final Map<ActivationKind, List<Site>> OF_KIND = Arrays.stream(values())
            .collect(Collectors.groupingBy(
                    Site::kind, () -> new EnumMap<>(ActivationKind.class), Collectors.toUnmodifiableList()));

    private final String spelling;
    private final String lensName;
    private final ActivationKind kind;
    private final @Nullable ActivationKind whole;
    private final String before;
    private final String after;

    Site(String spelling, String lensName, ActivationKind kind, @Nullable ActivationKind whole) {
        this.spelling = spelling;
        this.lensName = lensName;
        this.kind = kind;
        this.whole = whole;
        int number = spelling.indexOf('#');
        this.before = number < 0 ? spelling : spelling.substring(0, number);
        this.after = number < 0 ? "" : spelling.substring(number + 1);
    }

    static List<Site> of(ActivationKind kind) {
        return OF_KIND.getOrDefault(kind, List.of());
    }

    /** The site that is spelt so, with # for its number. */
    static Optional<Site> spelt(String spelling) {
        return Optional.ofNullable(SPELT.get(spelling));
    }

    public ActivationKind kind() {
        return kind;
    }

    /** The kind of whole that it adds to; empty for what adds to none. */
    public Optional<ActivationKind> whole() {
        return Optional.ofNullable(whole);
    }

    /** Whether parts add up to it: what others add to, and a head's output, the sum of what it takes from each key. */
    public boolean sum() {
        return this == HEAD || this != EMBED && Arrays.stream(values()).anyMatch(part -> part.whole == kind);
    }

    /** Whether there are several in a layer, told apart by a number. */
    public boolean numbered() {
        return kind.told().numbered();
    }

    /** TransformerLens's name of the activation, without its layer; empty for what is called by its component. */
    String lensName() {
        return lensName;
    }

    /** Whether a model has one alone, so that its layer goes without saying. */
    boolean onceInAModel() {
        return this == EMBED || this == FINAL;
    }

    /** What stands in an id after the place: {@code H2}, {@code mlp}. */
    String part(int number) {
        return numbered() ? before + number + after : spelling;
    }

    /** A regular expression of what stands in an id after the place. */
    String pattern() {
        return before + (numbered() ? "\\d+" + after.replace(".", "\\.") : "");
    }

    /** How all of them begin there: {@code H}, {@code mlp}, and {@code b_} of either bias. */
    String beginning() {
        return before.substring(0, before.indexOf('_') < 0 ? before.length() : before.indexOf('_') + 1);
    }

    /** Its value of the property {@code site}; also of sites that need no such property. */
    @Override
    public String toString() {
        return spelling;
    }
}
