package io.headstream.ingest.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.neo4j.driver.Record;
import org.neo4j.driver.SimpleQueryRunner;

/** Runs a statement over many rows, a few thousand at a time, within one transaction. */
public final class Batches {
    private static final int ROWS = 5_000; // measured: 5,000 to 10,000 is where writing is fastest

    private Batches() {}

    /** Runs the statement with $rows; returns what it returned, in order. */
    public static List<Record> run(
            SimpleQueryRunner tx, String statement, Map<String, Object> parameters, List<?> rows) {
        List<Record> records = new ArrayList<>();
        each(rows, batch -> {
            Map<String, Object> all = new HashMap<>(parameters);
            all.put("rows", batch);
            records.addAll(tx.run(statement, all).list());
        });
        return records;
    }

    /** Cuts rows into batches. */
    static <T> void each(List<T> rows, Consumer<List<T>> action) {
        for (int from = 0; from < rows.size(); from += ROWS) {
            action.accept(rows.subList(from, Math.min(rows.size(), from + ROWS)));
        }
    }
}
