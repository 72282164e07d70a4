package io.headstream.schema;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an activation can be, in schema.txt's order. How ids say it, and what it adds to, depends on the place in the block: {@link Site}.
 */
public enum ActivationKind {
    /** A state of the residual stream. */
    RESIDUAL("Residual", "residual", Told.BY_SITE, null, TraceDetail.STREAM),
    /** attn_out: all heads' outputs and b_O. */
    ATTENTION_OUTPUT("AttentionOutput", "attention", Told.ALONE, null, TraceDetail.STREAM),
    /** mlp_out: all neurons' and b_out. */
    MLP_OUTPUT("MlpOutput", "mlp", Told.ALONE, Component.MLP, TraceDetail.STREAM),
    HEAD_OUTPUT("HeadOutput", "head", Told.BY_HEAD, Component.HEAD, TraceDetail.HEADS),
    /** What a head would write if it attended only to this key; its position is the key's. */
    MEMORY_VALUE("MemoryValue", "memory", Told.BY_HEAD, Component.HEAD, TraceDetail.HEADS),
    NEURON_ACTIVATION("NeuronActivation", "neuron", Told.BY_INDEX, Component.NEURON, TraceDetail.NEURONS),
    /** The output of a layer norm. */
    NORMALIZED("Normalized", "norm", Told.BY_SITE, null, TraceDetail.STREAM),
    BIAS("Bias", "bias", Told.BY_SITE, null, TraceDetail.STREAM),
    /** What interventions put into a whole and took out of it. */
    CHANGE("Change", "change", Told.BY_SITE, null, TraceDetail.STREAM);

    /** What tells activations of one kind, layer and position apart. */
    public enum Told {
        /** Nothing: there is one. */
        ALONE(""),
        BY_SITE("site"),
        BY_HEAD("head"),
        BY_INDEX("index");

        private final String property;

        Told(String property) {
            this.property = property;
        }

        /** The property of a node that says it; empty where there is one alone. */
        public Optional<String> property() {
            return property.isEmpty() ? Optional.empty() : Optional.of(property);
        }

        /** Whether it is a number: a head's or neuron's index within the layer. */
        public boolean numbered() {
            return this == BY_HEAD || this == BY_INDEX;
        }
    }

    private static final Map<String, ActivationKind> LABELLED = by(ActivationKind::label);
    private static final Map<String, ActivationKind> CALLED = by(ActivationKind::apiName);

    private final String label;
    private final String apiName;
    private final Told told;
    private final @Nullable Component component;
    private final TraceDetail leastDetail;

    ActivationKind(String label, String apiName, Told told, @Nullable Component component, TraceDetail leastDetail) {
        this.label = label;
        this.apiName = apiName;
        this.told = told;
        this.component = component;
        this.leastDetail = leastDetail;
    }

    /** The kind of that label in the graph; empty if there is none. */
    public static Optional<ActivationKind> labelled(String label) {
        return Optional.ofNullable(LABELLED.get(label));
    }

    /** The kind of the first of a node's labels that is one; empty if none is. */
    public static Optional<ActivationKind> labelled(Collection<String> labels) {
        return labels.stream().filter(LABELLED::containsKey).findFirst().map(LABELLED::get);
    }

    /** The kind of that name in the api's JSON and in questions; empty if there is none. */
    public static Optional<ActivationKind> called(String apiName) {
        return Optional.ofNullable(CALLED.get(apiName));
    }

    /** Its label in the graph, beside Activation. */
    public String label() {
        return label;
    }

    /** Its name in the api's JSON and in questions. */
    public String apiName() {
        return apiName;
    }

    /** What tells its activations apart, of one layer and position. */
    public Told told() {
        return told;
    }

    /** What it is the work of; empty for what is no single component's. */
    public Optional<Component> component() {
        return Optional.ofNullable(component);
    }

    /** The least detail whose traces have it. */
    public TraceDetail leastDetail() {
        return leastDetail;
    }

    /** The places in a block where it occurs, in the block's order. */
    public List<Site> sites() {
        return Site.of(this);
    }

    /** The kinds of whole that it adds to; empty for what adds to none. */
    public List<ActivationKind> wholes() {
        return sites().stream()
                .flatMap(site -> site.whole().stream())
                .distinct()
                .toList();
    }

    /** How its ids go on after the place, as few beginnings as tell all of them; those of a head's output begin its memory value's too. */
    public List<String> beginnings() {
        return sites().stream().map(Site::beginning).distinct().toList();
    }

    private static Map<String, ActivationKind> by(Function<ActivationKind, String> name) {
        return Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(name, Function.identity()));
    }
}
