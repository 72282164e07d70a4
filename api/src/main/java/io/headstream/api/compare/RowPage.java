package io.headstream.api.compare;

import io.headstream.api.graph.GraphReader;
import io.headstream.cypher.Statements;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/** Rows, and the statement that gave them. */
record RowPage(List<ComparedRow> rows, boolean truncated, String cypher, Map<String, @Nullable Object> parameters) {

    /** Asks for one row more than the limit, to know whether there are more. */
    static RowPage of(
            GraphReader graph,
            String statement,
            Map<String, @Nullable Object> parameters,
            int limit,
            Function<Record, ComparedRow> row) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>(parameters);
        shown.put("limit", limit);
        Map<String, @Nullable Object> asked = new LinkedHashMap<>(parameters);
        asked.put("limit", limit + 1);
        List<Record> records = graph.rows(statement, asked);
        return new RowPage(
                records.stream().limit(limit).map(row).toList(),
                records.size() > limit,
                Statements.read(statement),
                shown);
    }
}
