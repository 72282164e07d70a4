package io.headstream.api.library;

import io.headstream.api.graph.GraphReader;
import io.headstream.api.graph.NameResolver;
import io.headstream.api.graph.Problems;
import io.headstream.schema.TokenSpelling;
import io.headstream.schema.VisibleText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/** Completes what is typed into a field from what there is in the graph, through its indexes. */
@ApplicationScoped
public class Completions {
    private static final Map<String, String> STATEMENTS = Map.of(
            "token", "complete/token",
            "trace", "complete/trace",
            "head", "complete/head",
            "neuron", "complete/neuron",
            "tag", "complete/tag",
            "model", "complete/model");
    private static final int MOST = 100;

    private final GraphReader graph;
    private final NameResolver names;

    public Completions(GraphReader graph, NameResolver names) {
        this.graph = graph;
        this.names = names;
    }

    /** At most 100, best first. */
    List<Completion> of(String type, String typed, Optional<String> model, int limit) {
        String statement = STATEMENTS.get(type);
        if (statement == null) {
            throw Problems.badRequest("there are no completions of type '" + type
                    + "'; types are token, trace, head, neuron, tag, model");
        }
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("prefix", typed);
        parameters.put("id", null);
        if (type.equals("token")) {
            parameters.put("prefix", TokenSpelling.canonical(typed));
            parameters.put("id", TokenSpelling.read(typed) instanceof TokenSpelling.OfId byId ? byId.id() : null);
        }
        parameters.put("model", model.map(names::model).orElse(null));
        parameters.put("limit", Math.max(1, Math.min(MOST, limit)));
        String words = TypedWords.all(typed);
        if (type.equals("trace") && !words.isEmpty()) {
            parameters.put("words", words);
            statement = "complete/trace-by-words";
        }
        return graph.rows(statement, parameters).stream()
                .map(Completions::completion)
                .toList();
    }

    private static Completion completion(Record row) {
        return new Completion(
                row.get("value").asString(),
                VisibleText.of(row.get("label").asString()),
                row.get("detail").isNull() ? null : row.get("detail").asString());
    }
}
