package io.headstream.api.component;

import io.headstream.api.component.ComponentOverview.Place;
import io.headstream.api.component.ComponentOverview.Said;
import io.headstream.api.component.ComponentOverview.Written;
import io.headstream.api.graph.Figures;
import io.headstream.api.graph.GraphReader;
import io.headstream.cypher.Statements;
import io.headstream.schema.ActivationId;
import io.headstream.schema.Component;
import io.headstream.schema.ComponentName;
import io.headstream.schema.TokenEdgeType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** A component over the newest traces of its model. */
@ApplicationScoped
public class Components {
    private static final int SAMPLE = 500;
    private static final int PLACES = 25;
    private static final int TOKENS = 20;
    private static final Comparator<Place> BY_SIZE =
            Comparator.comparingDouble(Components::size).reversed().thenComparing(Place::trace);

    private final GraphReader graph;
    private final ComponentPlace place;

    public Components(GraphReader graph, ComponentPlace place) {
        this.graph = graph;
        this.place = place;
    }

    ComponentOverview of(String model, String component) {
        ComponentPlace.Found found = place.find(model, component);
        ComponentName name = found.name();
        String statement =
                switch (name.component()) {
                    case HEAD -> "component/head";
                    case NEURON -> "component/neuron";
                    case MLP -> "component/mlp";
                };
        Map<String, @Nullable Object> parameters =
                new HashMap<>(Map.of("model", found.model(), "component", name.toString()));
        List<Said> weights = weights(parameters);
        parameters.put("sample", SAMPLE);
        parameters.put("layer", name.layer());
        parameters.put("limit", TOKENS);
        parameters.put("head", name.component() == Component.HEAD ? name.toString() : null);
        List<Record> rows = graph.rows(statement, parameters);
        List<Record> tokens =
                name.component() == Component.NEURON ? List.of() : graph.rows("component/tokens", parameters);
        return new ComponentOverview(
                found.model(),
                found.modelName(),
                name.toString(),
                name.component().name().toLowerCase(Locale.ROOT),
                name.layer(),
                (int) rows.stream()
                        .map(row -> row.get("trace").asString())
                        .distinct()
                        .count(),
                scores(rows),
                written(tokens, TokenEdgeType.WRITES),
                written(tokens, TokenEdgeType.ERASES),
                weights,
                rows.stream()
                        .map(row -> name.component() == Component.NEURON ? fired(row, name) : used(row, name))
                        .sorted(BY_SIZE)
                        .limit(PLACES)
                        .toList(),
                Statements.read(statement));
    }

    private List<Said> weights(Map<String, ? extends @Nullable Object> parameters) {
        Map<String, List<String>> tokens = new LinkedHashMap<>();
        for (Record row : graph.rows("component/weights", parameters)) {
            tokens.computeIfAbsent(row.get("relation").asString(), relation -> new ArrayList<>())
                    .add(row.get("token").asString());
        }
        return tokens.entrySet().stream()
                .map(entry -> new Said(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Means of the scores that there are. */
    private static Map<String, Double> scores(List<Record> rows) {
        Map<String, DoubleSummaryStatistics> all = new TreeMap<>();
        for (Record row : rows) {
            if (row.containsKey("scores")) {
                row.get("scores").asMap(Value::asObject).forEach((score, value) -> {
                    if (value instanceof Number number) {
                        all.computeIfAbsent(score, key -> new DoubleSummaryStatistics())
                                .accept(number.doubleValue());
                    }
                });
            }
        }
        Map<String, Double> means = new TreeMap<>();
        all.forEach((score, values) -> means.put(score, Figures.round(values.getAverage())));
        return means;
    }

    private static List<Written> written(List<Record> rows, TokenEdgeType relation) {
        return rows.stream()
                .filter(row -> row.get("relation").asString().equals(relation.name()))
                .map(row -> new Written(
                        row.get("token").asString(),
                        row.get("traces").asInt(),
                        Figures.round(row.get("meanRank").asDouble())))
                .toList();
    }

    /** A head or an MLP: its effect is the sum over all positions but the first, and it is shown where that is largest. */
    private static Place used(Record row, ComponentName name) {
        List<Double> effects = Figures.rounded(row.get("effects"));
        int position = row.get("targetPosition").asInt();
        Double sum = null;
        if (effects != null) {
            double all = 0;
            for (int i = 1; i < effects.size(); i++) {
                all += effects.get(i);
                if (Math.abs(effects.get(i)) > Math.abs(effects.get(position))) {
                    position = i;
                }
            }
            sum = all;
        }
        ActivationId id = name.component() == Component.HEAD
                ? ActivationId.head(name.layer(), position, name.number())
                : ActivationId.mlp(name.layer(), position);
        return place(row, position, id, sum, null);
    }

    private static Place fired(Record row, ComponentName name) {
        int position = row.get("position").asInt();
        ActivationId id = ActivationId.neuron(name.layer(), position, name.number());
        return place(row, position, id, number(row, "effect"), number(row, "activation"));
    }

    private static Place place(
            Record row, int position, ActivationId id, @Nullable Double effect, @Nullable Double activation) {
        return new Place(
                row.get("trace").asString(),
                row.get("prompt").asString(null),
                row.get("target").asString(null),
                row.get("distractor").asString(null),
                position,
                id.toString(),
                Figures.rounded(effect),
                Figures.rounded(number(row, "dla")),
                Figures.rounded(activation));
    }

    private static @Nullable Double number(Record row, String column) {
        return row.get(column).isNull() ? null : (Double) row.get(column).asDouble();
    }

    private static double size(Place place) {
        Double effect = place.effect();
        Double dla = place.dla();
        return effect != null ? Math.abs(effect) : dla != null ? Math.abs(dla) : 0;
    }
}
