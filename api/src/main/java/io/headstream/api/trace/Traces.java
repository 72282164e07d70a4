package io.headstream.api.trace;

import io.headstream.api.graph.Figures;
import io.headstream.api.graph.GraphReader;
import io.headstream.api.graph.Problems;
import io.headstream.api.graph.TokenScore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** The traces of the graph. */
@ApplicationScoped
public class Traces {
    private final GraphReader graph;

    public Traces(GraphReader graph) {
        this.graph = graph;
    }

    TracePage page(TraceFilter filter) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        Cursor after = filter.after() == null ? null : Cursor.parse(filter.after());
        parameters.put("model", filter.model());
        parameters.put("text", filter.query());
        parameters.put("tag", filter.tag());
        parameters.put("before", after == null ? null : after.createdAt());
        parameters.put("beforeId", after == null ? null : after.id());
        parameters.put("limit", filter.limit() + 1);
        List<TraceSummary> found = graph.rows("trace/page", parameters).stream()
                .map(Traces::summary)
                .toList();
        if (found.size() <= filter.limit()) {
            return new TracePage(found, null);
        }
        List<TraceSummary> items = found.subList(0, filter.limit());
        return new TracePage(items, Cursor.after(items.get(items.size() - 1)).text());
    }

    /** Fails with status 404 where there is none. */
    public Trace get(String id) {
        Record row = graph.row("trace/overview", Map.of("trace", id)).orElseThrow(() -> Problems.noTrace(id));
        Map<String, Object> properties = row.get("trace").asMap();
        List<TokenScore> predictions = TokenScore.list(row.get("predictions").asList(Value::asMap));
        return new Trace(
                TraceSummary.of(
                        properties,
                        predictions.isEmpty() ? null : prediction(predictions.get(0)),
                        row.get("baseline").asString(null)),
                row.get("tokens")
                        .asList(token -> new Trace.Token(
                                token.get("index").asInt(),
                                token.get("id").asInt(),
                                token.get("text").asString())),
                Figures.whole(properties, "targetPosition"),
                answer(properties, row.get("answer")),
                generation(properties, row),
                Figures.whole(properties, "targetRank"),
                Figures.number(properties, "targetProbability"),
                (String) properties.get("shares"),
                (String) properties.get("effects"),
                Figures.whole(properties, "steps"),
                properties.get("notes") instanceof List<?> notes
                        ? notes.stream().map(String::valueOf).toList()
                        : List.of(),
                predictions,
                new Trace.Counts(Figures.whole(properties, "nodes"), Figures.whole(properties, "relationships")));
    }

    private static @Nullable List<Trace.AnswerToken> answer(Map<String, Object> properties, Value texts) {
        if (!(properties.get("targetTokens") instanceof List<?> tokens)) {
            return null;
        }
        List<Trace.AnswerToken> answer = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Number distractor = at(properties, "distractorTokens", i);
            answer.add(new Trace.AnswerToken(
                    ((Number) tokens.get(i)).intValue(),
                    texts.get(i).asString(""),
                    Objects.requireNonNull(at(properties, "targetPositions", i)).intValue(),
                    Objects.requireNonNull(at(properties, "targetRanks", i)).intValue(),
                    Objects.requireNonNull(at(properties, "targetLogProbabilities", i))
                            .doubleValue(),
                    distractor == null ? null : distractor.intValue()));
        }
        return answer;
    }

    private static Trace.@Nullable Generation generation(Map<String, Object> properties, Record row) {
        return properties.get("generation") instanceof String id
                ? new Trace.Generation(
                        id,
                        Objects.requireNonNullElse(Figures.whole(properties, "step"), 1L),
                        String.valueOf(properties.get("generated")),
                        row.get("trace").get("generatedTokens").asList(Value::asLong, List.of()),
                        String.valueOf(properties.get("sampling")),
                        row.get("before").asString(null),
                        row.get("after").asString(null))
                : null;
    }

    private static @Nullable Number at(Map<String, Object> properties, String name, int index) {
        return properties.get(name) instanceof List<?> list && index < list.size() ? (Number) list.get(index) : null;
    }

    void delete(String id) {
        if (!graph.delete(id)) {
            throw Problems.noTrace(id);
        }
    }

    private static TraceSummary summary(Record row) {
        return TraceSummary.of(
                row.get("trace").asMap(),
                row.get("prediction").isNull()
                        ? null
                        : new TraceSummary.Prediction(
                                row.get("prediction").asString(),
                                row.get("probability").asDouble(0)),
                row.get("baseline").asString(null));
    }

    private static TraceSummary.Prediction prediction(TokenScore first) {
        return new TraceSummary.Prediction(first.text(), first.probability() == null ? 0 : first.probability());
    }
}
