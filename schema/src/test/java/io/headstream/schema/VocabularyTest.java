package io.headstream.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** schema.txt and the enums say the same. */
class VocabularyTest {
    private static final GraphSchema SCHEMA = GraphSchema.load();
    private static final Set<String> PLACE =
            Set.of("trace", "node", "name", "layer", "position", "site", "head", "index");

    @Test
    void the_kinds_of_activation_are_the_labels_below_activation() {
        assertThat(Stream.of(ActivationKind.values()).map(ActivationKind::label))
                .containsExactlyElementsOf(SCHEMA.activationLabels());
    }

    @ParameterizedTest
    @EnumSource
    void a_kind_is_told_apart_by_the_property_that_its_label_declares(ActivationKind kind) {
        Set<String> declared = names(SCHEMA.propertiesOf(kind.label()));
        declared.retainAll(Set.of("site", "head", "index"));
        assertThat(kind.told().property().stream()).containsExactlyInAnyOrderElementsOf(declared);
    }

    @ParameterizedTest
    @EnumSource
    void a_kind_has_sites_and_is_found_by_its_names(ActivationKind kind) {
        assertThat(kind.sites()).isNotEmpty().allMatch(site -> site.kind() == kind);
        assertThat(kind.sites().size() > 1).isEqualTo(kind.told() == ActivationKind.Told.BY_SITE);
        assertThat(ActivationKind.labelled(kind.label())).contains(kind);
        assertThat(ActivationKind.labelled(List.of("Activation", kind.label()))).contains(kind);
        assertThat(ActivationKind.called(kind.apiName())).contains(kind);
    }

    @Test
    void unknown_names_are_none() {
        assertThat(ActivationKind.labelled("Activation")).isEmpty();
        assertThat(ActivationKind.labelled(List.of())).isEmpty();
        assertThat(ActivationKind.called("HeadOutput")).isEmpty();
        assertThat(EdgeType.named("FIRES")).isEmpty();
        assertThat(TokenEdgeType.named("PREDICTS")).isEmpty();
        assertThat(TraceDetail.labelled("Full")).isEmpty();
        assertThat(Figure.stored("layer")).isEmpty();
    }

    @Test
    void the_sites_that_a_label_names_are_those_of_its_kind() {
        for (ActivationKind kind : ActivationKind.values()) {
            if (kind.told() == ActivationKind.Told.BY_SITE) {
                String explanation = SCHEMA.propertiesOf(kind.label()).stream()
                        .filter(property -> property.name().equals("site"))
                        .findFirst()
                        .orElseThrow()
                        .explanation()
                        .replaceAll(" \\([^)]*\\)", "");
                assertThat(kind.sites().stream().map(Site::toString))
                        .containsExactlyInAnyOrder(explanation.split(", | or "));
            }
        }
    }

    @Test
    void ids_begin_after_the_place_as_few_ways_as_tell_a_kind() {
        assertThat(ActivationKind.RESIDUAL.beginnings()).containsExactly("embed", "mid", "post");
        assertThat(ActivationKind.HEAD_OUTPUT.beginnings()).containsExactly("H");
        assertThat(ActivationKind.NEURON_ACTIVATION.beginnings()).containsExactly("N");
        assertThat(ActivationKind.ATTENTION_OUTPUT.beginnings()).containsExactly("attn");
        assertThat(ActivationKind.BIAS.beginnings()).containsExactly("b_");
    }

    @Test
    void what_adds_to_what_is_as_adds_to_declares() {
        GraphSchema.RelationshipKind addsTo = SCHEMA.relationshipsOf("ADDS_TO").get(0);
        List<ActivationKind> parts = Stream.of(ActivationKind.values())
                .filter(kind -> !kind.wholes().isEmpty())
                .toList();
        assertThat(parts.stream().map(ActivationKind::label)).containsExactlyInAnyOrderElementsOf(addsTo.starts());
        assertThat(parts.stream()
                        .flatMap(kind -> kind.wholes().stream())
                        .distinct()
                        .map(ActivationKind::label))
                .containsExactlyInAnyOrderElementsOf(addsTo.ends());
    }

    @Test
    void the_edges_are_the_relationships_between_activations() {
        assertThat(Stream.of(EdgeType.values()).map(Enum::name))
                .containsExactlyInAnyOrderElementsOf(SCHEMA.typesFromActivationsTo(false));
        assertThat(Stream.of(TokenEdgeType.values()).map(Enum::name))
                .containsExactlyInAnyOrderElementsOf(SCHEMA.typesFromActivationsTo(true));
        assertThat(EdgeType.named("ADDS_TO")).contains(EdgeType.ADDS_TO);
        assertThat(TokenEdgeType.named("LIFTS")).contains(TokenEdgeType.LIFTS);
    }

    @Test
    void an_edge_has_the_figures_that_its_type_declares() {
        Map<String, List<Figure>> figures = new HashMap<>();
        Arrays.stream(EdgeType.values()).forEach(type -> figures.put(type.name(), type.figures()));
        Arrays.stream(TokenEdgeType.values()).forEach(type -> figures.put(type.name(), type.figures()));
        figures.forEach((type, some) -> {
            Set<String> declared = names(SCHEMA.relationshipsOf(type).get(0).properties());
            declared.remove("via");
            assertThat(some.stream().map(Figure::property)).as(type).containsExactlyInAnyOrderElementsOf(declared);
        });
    }

    @Test
    void the_figures_are_the_numbers_that_activations_and_their_edges_declare_and_ranks_are_whole() {
        Map<String, String> declared = new HashMap<>();
        SCHEMA.activationLabels().forEach(label -> numbers(SCHEMA.propertiesOf(label), declared));
        for (boolean tokens : List.of(true, false)) {
            SCHEMA.typesFromActivationsTo(tokens)
                    .forEach(type -> numbers(SCHEMA.relationshipsOf(type).get(0).properties(), declared));
        }
        Map<String, String> figures = new HashMap<>();
        for (Figure figure : Figure.values()) {
            figures.put(figure.property(), figure.whole() ? "INTEGER" : "FLOAT");
            assertThat(Figure.stored(figure.property())).contains(figure);
        }
        assertThat(figures).isEqualTo(declared);
    }

    @Test
    void the_details_are_those_that_a_trace_declares() {
        String explanation = SCHEMA.propertiesOf("Trace").stream()
                .filter(property -> property.name().equals("detail"))
                .findFirst()
                .orElseThrow()
                .explanation();
        assertThat(TraceDetail.labels()).containsExactly(explanation.split(", | or "));
        assertThat(TraceDetail.labelled("heads")).contains(TraceDetail.HEADS);
        assertThat(TraceDetail.STREAM.keeps(ActivationKind.MLP_OUTPUT)).isTrue();
        assertThat(TraceDetail.STREAM.keeps(ActivationKind.MEMORY_VALUE)).isFalse();
        assertThat(TraceDetail.HEADS.keeps(ActivationKind.NEURON_ACTIVATION)).isFalse();
        assertThat(TraceDetail.FULL.keeps(ActivationKind.NEURON_ACTIVATION)).isTrue();
    }

    @Test
    void a_picture_draws_the_stream_and_the_finest_parts_of_it_that_its_detail_has() {
        assertThat(TraceDetail.STREAM.drawn())
                .containsExactlyInAnyOrder(
                        ActivationKind.RESIDUAL, ActivationKind.ATTENTION_OUTPUT, ActivationKind.MLP_OUTPUT);
        assertThat(TraceDetail.HEADS.drawn())
                .containsExactlyInAnyOrder(
                        ActivationKind.RESIDUAL, ActivationKind.HEAD_OUTPUT, ActivationKind.MLP_OUTPUT);
        assertThat(TraceDetail.NEURONS.drawn())
                .containsExactlyInAnyOrder(
                        ActivationKind.RESIDUAL,
                        ActivationKind.HEAD_OUTPUT,
                        ActivationKind.MLP_OUTPUT,
                        ActivationKind.NEURON_ACTIVATION);
        assertThat(TraceDetail.FULL.drawn()).isEqualTo(TraceDetail.NEURONS.drawn());
    }

    @Test
    void an_edge_has_one_number_for_those_who_want_one_of_every_edge() {
        Map<Figure, Double> figures = Map.of(
                Figure.SHARE,
                0.5,
                Figure.WEIGHT,
                0.25,
                Figure.EFFECT,
                -2.0,
                Figure.PROBABILITY,
                0.75,
                Figure.BEFORE,
                0.1,
                Figure.AFTER,
                0.4);
        assertThat(EdgeType.ADDS_TO.weight(figures::get)).isEqualTo(0.5);
        assertThat(EdgeType.ATTENDED_BY.weight(figures::get)).isEqualTo(0.25);
        assertThat(EdgeType.AFFECTS.weight(figures::get)).isEqualTo(-2);
        assertThat(EdgeType.READ_BY.weight(figures::get)).isEqualTo(1);
        assertThat(TokenEdgeType.ERASES.weight(figures::get)).isEqualTo(0.75);
        assertThat(TokenEdgeType.FILTERS.weight(figures::get)).isEqualTo(0.4 - 0.1);
    }

    @Test
    void scores_of_patterns_are_numbers_that_head_patterns_declare() {
        List<String> declared = SCHEMA.propertiesOf("HeadPattern").stream()
                .filter(property -> property.type().equals("FLOAT"))
                .map(GraphSchema.Property::name)
                .filter(name -> !name.equals(Figure.DLA.property()))
                .toList();
        assertThat(Stream.of(PatternScore.values()).map(PatternScore::property)).containsExactlyElementsOf(declared);
    }

    @Test
    void what_a_document_says_of_its_model_is_declared() {
        assertThat(names(SCHEMA.propertiesOf("Model")))
                .containsAll(TraceFormat.NOT_OF_THE_MODEL)
                .containsAll(TraceFormat.SHAPE);
    }

    private static void numbers(List<GraphSchema.Property> properties, Map<String, String> types) {
        properties.stream()
                .filter(p -> !PLACE.contains(p.name()) && !p.type().equals("STRING"))
                .forEach(p -> types.put(p.name(), p.type()));
    }

    private static Set<String> names(List<GraphSchema.Property> properties) {
        Set<String> names = new HashSet<>();
        properties.forEach(property -> names.add(property.name()));
        return names;
    }
}
