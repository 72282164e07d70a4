package io.headstream.api.library;

import io.headstream.api.answer.Answer;
import io.headstream.api.graph.NameResolver;
import io.headstream.api.graph.Problems;
import io.headstream.api.sandbox.StatementRunner;
import io.headstream.cypher.NamedQuery;
import io.headstream.cypher.Parameter;
import io.headstream.cypher.Parameter.Type;
import io.headstream.cypher.QueryException;
import io.headstream.cypher.QueryLibrary;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The named queries: what there is to ask, and asking it. */
@ApplicationScoped
public class NamedQueryService {
    private static final int MOST_ROWS = 10_000;

    private final QueryLibrary library = QueryLibrary.load();
    private final NameResolver names;
    private final StatementRunner runner;

    public NamedQueryService(NameResolver names, StatementRunner runner) {
        this.names = names;
        this.runner = runner;
    }

    List<QueryView> all() {
        return library.all().stream().map(QueryView::of).toList();
    }

    Answer ask(String name, Map<String, ? extends @Nullable Object> given) {
        return ask(name, given, MOST_ROWS);
    }

    Answer ask(String name, Map<String, ? extends @Nullable Object> given, int limit) {
        NamedQuery query = named(name);
        Map<String, @Nullable Object> parameters;
        try {
            parameters = query.bind(given);
        } catch (QueryException e) {
            throw Problems.badRequest(String.valueOf(e.getMessage()));
        }
        resolve(query, parameters, Type.TRACE, names::trace);
        resolve(query, parameters, Type.MODEL, names::model);
        resolve(
                query,
                parameters,
                Type.TOKEN,
                token ->
                        names.token(token, first(query, parameters, Type.TRACE), first(query, parameters, Type.MODEL)));
        return parameters.get(NamedQuery.LIMIT) instanceof Long own && own >= 0 && own <= limit
                ? askUpTo(query, parameters, own.intValue())
                : runner.run(query.statement(), parameters, limit);
    }

    /** As many rows as the question itself is limited to; the answer says whether that left any out, of which one row more tells. */
    private Answer askUpTo(NamedQuery query, Map<String, @Nullable Object> parameters, int limit) {
        Map<String, @Nullable Object> wider = new HashMap<>(parameters);
        wider.put(NamedQuery.LIMIT, limit + 1L);
        Answer answer = runner.run(query.statement(), wider, limit);
        return answer.rows().size() == limit ? answer.limitedByItself(answer.truncated()) : answer;
    }

    private NamedQuery named(String name) {
        try {
            return library.get(name);
        } catch (QueryException e) {
            throw Problems.notFound(String.valueOf(e.getMessage()));
        }
    }

    private static void resolve(
            NamedQuery query, Map<String, @Nullable Object> parameters, Type type, UnaryOperator<String> name) {
        for (Parameter parameter : query.parameters()) {
            if (parameter.type() == type && parameters.get(parameter.name()) instanceof String value) {
                parameters.put(parameter.name(), name.apply(value));
            }
        }
    }

    private static Optional<String> first(
            NamedQuery query, Map<String, ? extends @Nullable Object> parameters, Type type) {
        return query.parameters().stream()
                .filter(parameter -> parameter.type() == type)
                .map(parameter -> parameters.get(parameter.name()))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst();
    }
}
