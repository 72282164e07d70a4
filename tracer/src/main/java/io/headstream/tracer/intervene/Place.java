package io.headstream.tracer.intervene;

import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.model.Architecture;
import io.headstream.tracer.model.Probe;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Where an intervention can be made, by TransformerLens's names. */
public enum Place {
    /** Token embeddings, before learned positions are added. */
    EMBED("hook_embed", Probe.Site.TOKEN),
    RESID_PRE("hook_resid_pre", Probe.Site.RESID_POST),
    /** None in parallel blocks. */
    RESID_MID("hook_resid_mid", Probe.Site.RESID_MID),
    RESID_POST("hook_resid_post", Probe.Site.RESID_POST),
    /** What a head adds up of its values, d_head wide. */
    Z("attn.hook_z", Probe.Site.Z),
    /** What a head writes, z W_O, d_model wide. */
    RESULT("attn.hook_result", Probe.Site.Z),
    /** (head, query, key) terms. */
    PATTERN("attn.hook_pattern", Probe.Site.PATTERN),
    ATTN_OUT("hook_attn_out", Probe.Site.ATTN_OUT),
    /** A neuron. */
    POST("mlp.hook_post", Probe.Site.POST),
    MLP_OUT("hook_mlp_out", Probe.Site.MLP_OUT),
    /** What a norm divides by. */
    LN1_SCALE("ln1.hook_scale", Probe.Site.LN1_SCALE),
    LN2_SCALE("ln2.hook_scale", Probe.Site.LN2_SCALE),
    /** Of the last layer, whichever is named. */
    FINAL_SCALE("ln_final.hook_scale", Probe.Site.FINAL_SCALE);

    private final String hook;
    private final Probe.Site site;

    Place(String hook, Probe.Site site) {
        this.hook = hook;
        this.site = site;
    }

    /** TransformerLens's name within the block. */
    public String hook() {
        return hook;
    }

    Probe.Site site() {
        return site;
    }

    /** Whether a block has several, told apart by a head's or neuron's index. */
    public boolean numbered() {
        return this == POST || ofHeads();
    }

    /** Whether it is a norm's scale. */
    public boolean isScale() {
        return this == LN1_SCALE || this == LN2_SCALE || this == FINAL_SCALE;
    }

    boolean ofHeads() {
        return this == Z || this == RESULT || this == PATTERN;
    }

    /** How many there are in a block. */
    int count(Architecture a) {
        return ofHeads() ? a.heads() : this == POST ? a.dMlp() : 1;
    }

    /** Elements of one. */
    int width(Architecture a) {
        return switch (this) {
            case Z -> a.dHead();
            case POST, PATTERN, LN1_SCALE, LN2_SCALE, FINAL_SCALE -> 1;
            default -> a.dModel();
        };
    }

    /**
     * The place of that name: {@code hook_resid_pre} or {@code resid_pre}, {@code attn.hook_z} or {@code z}.
     *
     * @throws TraceException listing those there are
     */
    public static Place named(String name) {
        String last = last(name);
        return Arrays.stream(values())
                .filter(place -> place.isScale()
                        ? place.hook.equals(name)
                        : last(place.hook).equals(last))
                .findFirst()
                .orElseThrow(() -> new TraceException("site '" + name + "' is not known; it is one of "
                        + Arrays.stream(values()).map(Place::hook).collect(Collectors.joining(", "))));
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('.') + 1).replaceFirst("^hook_", "");
    }
}
