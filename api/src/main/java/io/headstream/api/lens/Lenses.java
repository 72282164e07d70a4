package io.headstream.api.lens;

import io.headstream.api.graph.Figures;
import io.headstream.api.graph.GraphReader;
import io.headstream.api.graph.Problems;
import io.headstream.cypher.Statements;
import io.headstream.schema.ActivationId;
import io.headstream.schema.Site;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Logit lenses. */
@ApplicationScoped
public class Lenses {
    /** What is asked for, and the sites that it has. */
    static final Map<String, List<Site>> SITES = sites();

    private static final String STATEMENT = "lens/states";

    private final GraphReader graph;

    public Lenses(GraphReader graph) {
        this.graph = graph;
    }

    private record Place(int layer, String site) {}

    /**
     * States by layer.
     *
     * @param asked post, which is the default, or mid
     */
    Lens of(String trace, @Nullable String asked) {
        String site = asked == null || asked.isEmpty() ? Site.POST.toString() : asked;
        List<Site> known = SITES.get(site);
        if (known == null) {
            throw Problems.badRequest("site '" + site + "' is none of " + String.join(", ", SITES.keySet()));
        }
        List<String> sites = known.stream().map(Site::toString).toList();
        Map<String, Object> parameters = Map.of("trace", trace, "sites", sites);
        List<Record> rows = graph.rows(STATEMENT, parameters);
        if (rows.isEmpty()) {
            graph.requireTrace(trace);
            throw Problems.notFound(
                    "trace '" + trace + "' keeps no logit lens of all states at " + site + ": "
                            + "its blocks are parallel and have none at mid, its prompt is very long, or it is of version 1; then trace its prompt again");
        }
        Map<Place, List<Integer>> nodes = new HashMap<>();
        graph.rows("lens/nodes", parameters)
                .forEach(row -> nodes.put(place(row), row.get("positions").asList(Value::asInt)));
        Map<Long, String> texts = new TreeMap<>();
        List<Lens.State> states = new ArrayList<>();
        for (Site each : known) { // the embedding has layer 0 too
            rows.stream()
                    .filter(row -> place(row).site().equals(each.toString()))
                    .map(row -> state(row, each, nodes.getOrDefault(place(row), List.of())))
                    .forEach(states::add);
        }
        rows.forEach(row -> addTexts(row, texts));
        return new Lens(
                trace, rows.get(0).get("targetPosition").asInt(-1), states, texts, Statements.read(STATEMENT), sites);
    }

    private static Lens.State state(Record row, Site site, List<Integer> positions) {
        int layer = row.get("layer").asInt();
        List<Long> ranks = row.get("targetRank").asList(Value::asLong);
        Map<Integer, String> nodes = new TreeMap<>();
        positions.forEach(position ->
                nodes.put(position, ActivationId.at(site, layer, position).toString()));
        return new Lens.State(
                layer,
                site.toString(),
                ranks,
                numbers(row.get("targetProbability")),
                byPosition(row.get("tokens").asList(Value::asLong), ranks.size()),
                byPosition(numbers(row.get("probabilities")), ranks.size()),
                nodes);
    }

    private static <T> List<List<T>> byPosition(List<T> all, int positions) {
        int each = positions == 0 ? 0 : all.size() / positions;
        List<List<T>> lists = new ArrayList<>();
        for (int position = 0; position < positions; position++) {
            lists.add(all.subList(position * each, (position + 1) * each));
        }
        return lists;
    }

    private static void addTexts(Record row, Map<Long, String> texts) {
        List<Long> tokens = row.get("tokens").asList(Value::asLong);
        List<String> named = row.get("texts").asList(Value::asString);
        for (int i = 0; i < tokens.size(); i++) {
            texts.put(tokens.get(i), named.get(i));
        }
    }

    private static List<Double> numbers(Value list) {
        List<Double> numbers = Figures.rounded(list);
        return numbers == null ? List.of() : numbers;
    }

    private static Place place(Record row) {
        return new Place(row.get("layer").asInt(), row.get("site").asString());
    }

    private static Map<String, List<Site>> sites() {
        Map<String, List<Site>> sites = new LinkedHashMap<>();
        sites.put(Site.POST.toString(), List.of(Site.EMBED, Site.POST));
        sites.put(Site.MID.toString(), List.of(Site.MID));
        return sites;
    }
}
