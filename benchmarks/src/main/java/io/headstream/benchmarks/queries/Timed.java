package io.headstream.benchmarks.queries;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;

/** One named query, in the runs on few traces and in those on many. */
record Timed(String name, Kind kind, Times few, Times many) {
    /** What a query is about, and how long it may take: ms, at the 95th percentile. */
    enum Kind {
        ONE_TRACE("one trace", 100),
        AGGREGATE("aggregate", 1000);

        final String title;
        final double most;

        Kind(String title, double most) {
            this.title = title;
            this.most = most;
        }

        static Kind of(JsonNode query) {
            return StreamSupport.stream(query.path("parameters").spliterator(), false)
                            .anyMatch(
                                    parameter -> parameter.path("type").asText().equals("trace"))
                    ? ONE_TRACE
                    : AGGREGATE;
        }
    }

    /** Of the 95th percentiles. */
    double growth() {
        return many.percentile(0.95) / few.percentile(0.95);
    }

    boolean isSlow() {
        return !(many.percentile(0.95) <= kind.most); // also where there is none
    }
}
