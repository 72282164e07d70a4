package io.headstream.schema;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which activation of a trace: its place in the pass, and its id, such as L3P5.H2. Layers and positions count from 0. {@link #parse} and
 * {@link #toString} are each other's inverse.
 *
 * @param layer 0 for the embedding, the last for the final norm
 * @param position of a memory value the key's
 * @param number the head's or neuron's index within its layer; -1 of what has none
 */
public record ActivationId(Site site, int layer, int position, int number) {
    private static final String COUNT = "(0|[1-9]\\d{0,8})";
    private static final Pattern FORM =
            Pattern.compile("L" + COUNT + "P" + COUNT + "\\.(?:([A-Z])" + COUNT + "(\\.\\w+)?|(\\w+))");

    public ActivationId {
        if (layer < 0 || position < 0 || site.numbered() != number >= 0) {
            throw new IllegalArgumentException(
                    "no " + site + " is in layer " + layer + " at position " + position + " with number " + number);
        }
    }

    /** What there is one of in a layer and position. */
    public static ActivationId at(Site site, int layer, int position) {
        return new ActivationId(site, layer, position, -1);
    }

    public static ActivationId embed(int position) {
        return at(Site.EMBED, 0, position);
    }

    /** resid_pre: the embedding for block 0, the state after the block before otherwise. */
    public static ActivationId residPre(int layer, int position) {
        return layer == 0 ? embed(position) : residPost(layer - 1, position);
    }

    /** The state that attention is added to: resid_mid, or resid_post in parallel blocks. */
    public static ActivationId afterAttention(int layer, int position, boolean parallel) {
        return at(parallel ? Site.POST : Site.MID, layer, position);
    }

    /** The state that the MLP reads, through its norm: resid_mid, or resid_pre in parallel blocks. */
    public static ActivationId beforeMlp(int layer, int position, boolean parallel) {
        return parallel ? residPre(layer, position) : residMid(layer, position);
    }

    public static ActivationId residMid(int layer, int position) {
        return at(Site.MID, layer, position);
    }

    public static ActivationId residPost(int layer, int position) {
        return at(Site.POST, layer, position);
    }

    public static ActivationId attention(int layer, int position) {
        return at(Site.ATTN, layer, position);
    }

    public static ActivationId mlp(int layer, int position) {
        return at(Site.MLP, layer, position);
    }

    public static ActivationId head(int layer, int position, int head) {
        return new ActivationId(Site.HEAD, layer, position, head);
    }

    public static ActivationId memory(int layer, int key, int head) {
        return new ActivationId(Site.MEMORY, layer, key, head);
    }

    /** What interventions did to a sum or to the embedding. */
    public static ActivationId change(ActivationId whole) {
        Site site =
                switch (whole.site) {
                    case EMBED -> Site.CHANGE_EMBED;
                    case ATTN -> Site.CHANGE_ATTN;
                    case MID -> Site.CHANGE_MID;
                    case MLP -> Site.CHANGE_MLP;
                    case POST -> Site.CHANGE_POST;
                    default -> throw new IllegalArgumentException("nothing is changed in " + whole);
                };
        return at(site, whole.layer, whole.position);
    }

    public static ActivationId neuron(int layer, int position, int index) {
        return new ActivationId(Site.NEURON, layer, position, index);
    }

    /** The activation of that id; empty if it is none. */
    public static Optional<ActivationId> parse(String id) {
        Matcher m = FORM.matcher(id);
        if (!m.matches()) {
            return Optional.empty();
        }
        int layer = Integer.parseInt(m.group(1));
        int position = Integer.parseInt(m.group(2));
        String letter = m.group(3);
        if (letter == null) {
            return Site.spelt(m.group(6)).map(site -> at(site, layer, position));
        }
        int number = Integer.parseInt(m.group(4));
        String after = m.group(5) == null ? "" : m.group(5);
        return Site.spelt(letter + "#" + after).map(site -> new ActivationId(site, layer, position, number));
    }

    /** A regular expression, of JavaScript's kind too, that all ids at those sites match; for documents, whose readers cannot {@link #parse}. */
    public static String pattern(Predicate<Site> sites) {
        return Arrays.stream(Site.values())
                .filter(sites)
                .map(Site::pattern)
                .collect(Collectors.joining("|", "^L\\d+P\\d+\\.(?:", ")$"));
    }

    public ActivationKind kind() {
        return site.kind();
    }

    /** The component that works here; empty for what is no component's. */
    public Optional<ComponentName> component() {
        return kind().component().map(component -> new ComponentName(component, layer, number));
    }

    /**
     * The state of the residual stream that it is computed from, by way of a norm; of a memory value, at the key. Empty for states and biases.
     *
     * @param parallel whether attention and MLP of its block read the same state
     */
    public Optional<ActivationId> reads(boolean parallel) {
        return switch (site) {
            case LN1, ATTN, HEAD, MEMORY -> Optional.of(residPre(layer, position));
            case LN2, MLP, NEURON -> Optional.of(beforeMlp(layer, position, parallel));
            case FINAL -> Optional.of(residPost(layer, position));
            case EMBED, MID, POST, B_O, B_OUT, CHANGE_EMBED, CHANGE_ATTN, CHANGE_MID, CHANGE_MLP, CHANGE_POST ->
                Optional.empty();
        };
    }

    /**
     * What it is a part of; of resid_post a state of the next block, if there is one. Empty for norms, which are read, and for memory values,
     * which many head outputs attend to.
     *
     * @param parallel whether attention and MLP of its block read the same state
     */
    public Optional<ActivationId> whole(boolean parallel) {
        return switch (site) {
            case HEAD, B_O, CHANGE_ATTN -> Optional.of(attention(layer, position));
            case NEURON, B_OUT, CHANGE_MLP -> Optional.of(mlp(layer, position));
            case CHANGE_EMBED -> Optional.of(embed(position));
            case CHANGE_MID -> Optional.of(residMid(layer, position));
            case CHANGE_POST -> Optional.of(residPost(layer, position));
            case EMBED, ATTN -> Optional.of(afterAttention(layer, position, parallel));
            case MID, MLP -> Optional.of(residPost(layer, position));
            case POST -> Optional.of(afterAttention(layer + 1, position, parallel));
            case LN1, LN2, FINAL, MEMORY -> Optional.empty();
        };
    }

    /** What a person calls it: the component, or TransformerLens's name for the activation with its layer. */
    public String name() {
        if (site.lensName().isEmpty()) {
            String component = component().map(ComponentName::toString).orElse("");
            return site == Site.MEMORY ? component + " value" : component;
        }
        return site.onceInAModel() ? site.lensName() : site.lensName() + " L" + layer;
    }

    /** What stands in the id after the place: H2, mlp. */
    public String part() {
        return site.part(number);
    }

    /** Its place within the block, for what is called by that: L3.mid, L3.mlp, embed. */
    public String inBlock() {
        return site == Site.EMBED ? site.toString() : "L" + layer + "." + part();
    }

    /** What a node's properties say of its place: node, layer, position, name, and site, head or index. */
    public Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("node", toString());
        properties.put("layer", layer);
        properties.put("position", position);
        properties.put("name", name());
        kind().told()
                .property()
                .ifPresent(key -> properties.put(key, site.numbered() ? (Object) number : site.toString()));
        return properties;
    }

    /** The id within the trace, such as L3P5.H2. */
    @Override
    public String toString() {
        return "L" + layer + "P" + position + "." + part();
    }
}
