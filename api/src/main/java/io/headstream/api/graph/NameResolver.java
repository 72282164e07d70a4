package io.headstream.api.graph;

import io.headstream.cypher.Parameter;
import io.headstream.schema.TokenSpelling;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * What in the graph callers name: traces by their id, its beginning or {@code latest}, models by their id or
 * name, tokens as they are written.
 */
@ApplicationScoped
public class NameResolver {
    private final GraphReader graph;

    public NameResolver(GraphReader graph) {
        this.graph = graph;
    }

    /** A trace by its id, or the newest one by {@code latest}. Fails with status 404 if there is none. */
    public String trace(String name) {
        if (isLatest(name)) {
            return latest();
        }
        graph.requireTrace(name);
        return name;
    }

    /**
     * A trace by its id or the beginning of it, or the newest one by {@code latest}. Fails with status 404 if there is none, with 400 where the
     * beginning is of several.
     *
     * @param otherwise what else may be named there, for the message
     */
    public String traceBeginning(String name, String otherwise) {
        if (isLatest(name)) {
            return latest();
        }
        List<String> ids = graph.rows("trace/beginning-with", Map.of("id", name)).stream()
                .map(NameResolver::id)
                .toList();
        if (ids.isEmpty()) {
            throw Problems.notFound(
                    "there is no trace '" + name + "'; GET /api/traces lists those there are, and " + otherwise);
        }
        if (ids.size() > 1 && !ids.get(0).equals(name)) {
            throw Problems.badRequest("several traces begin with '" + name + "', such as " + ids.get(0) + " and "
                    + ids.get(1) + "; give more of the id");
        }
        return ids.get(0);
    }

    /** A model by its id or name. Fails with status 404 if the graph has none. */
    public String model(String name) {
        return graph.row("model/id", Map.of("model", name))
                .map(NameResolver::id)
                .orElseThrow(() -> Problems.notFound(
                        "there is no model '" + name + "' in the graph; trace a prompt with it first"));
    }

    /**
     * A token as the graph writes it, of what a caller wrote ({@link TokenSpelling}). Fails with status 400 where it is an id that no model in
     * question has, or that is another token in each.
     *
     * @param trace whose model's it is, if that is known
     * @param model id of the model whose it is, if that is known
     */
    public String token(String written, Optional<String> trace, Optional<String> model) {
        if (!(TokenSpelling.read(written) instanceof TokenSpelling.OfId byId)) {
            return TokenSpelling.canonical(written);
        }
        Map<String, @Nullable Object> of = new HashMap<>();
        of.put("id", byId.id());
        of.put("trace", trace.orElse(null));
        of.put("model", model.orElse(null));
        List<String> texts = graph.rows("model/token", of).stream()
                .map(row -> row.get("text").asString())
                .toList();
        if (texts.isEmpty()) {
            throw Problems.badRequest("there is no token of id " + byId.id() + " in the graph; give a token's text, or"
                    + " write \\" + TokenSpelling.ofId(byId.id()) + " for a token whose text that is");
        }
        if (texts.size() > 1) {
            throw Problems.badRequest("token " + TokenSpelling.ofId(byId.id()) + " is another in each model, such as \""
                    + TokenSpelling.visible(texts.get(0)) + "\" and \"" + TokenSpelling.visible(texts.get(1))
                    + "\"; give its text, or the model");
        }
        return texts.get(0);
    }

    private static boolean isLatest(String name) {
        return name.equals(Parameter.LATEST);
    }

    private String latest() {
        return graph.row("trace/latest", Map.of())
                .map(NameResolver::id)
                .orElseThrow(() -> Problems.notFound("there is no trace yet; POST a prompt to /api/jobs first"));
    }

    private static String id(Record row) {
        return row.get("id").asString();
    }
}
