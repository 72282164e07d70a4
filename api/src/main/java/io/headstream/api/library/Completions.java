package io.headstream.api.library;

import io.headstream.api.graph.GraphReader;
import io.headstream.api.graph.NameResolver;
import io.headstream.api.graph.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
        parameters.put("model", model.map(names::model).orElse(null));
        parameters.put("limit", Math.max(1, Math.min(MOST, limit)));
        String words = words(typed);
        if (type.equals("trace") && !words.isEmpty()) {
            parameters.put("words", words);
            statement = "complete/trace-by-words";
        }
        return graph.rows(statement, parameters).stream()
                .map(Completions::completion)
                .toList();
    }

    /** For the full-text index: all words, the last of which may go on. Marks that mean something to it are left out. */
    private static String words(String typed) {
        List<String> words = new ArrayList<>();
        for (String word : typed.split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty()) {
                words.add("+" + word.toLowerCase(Locale.ROOT));
            }
        }
        boolean goesOn = typed.matches("(?s).*[\\p{L}\\p{N}]");
        return String.join(" ", words) + (goesOn ? "*" : "");
    }

    private static Completion completion(Record row) {
        return new Completion(
                row.get("value").asString(),
                row.get("label").asString(),
                row.get("detail").isNull() ? null : row.get("detail").asString());
    }
}
