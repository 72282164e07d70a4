package io.headstream.api.export;

import io.headstream.api.graph.Problems;
import java.util.Arrays;
import java.util.List;

/** What a trace or an answer can be written as. */
public enum ExportFormat {
    JSON("json", "application/json", "json", "application/json", "json"),
    GRAPHML("graphml", "application/graphml+xml", "graphml", "application/graphml+xml", "graphml"),
    CSV("csv", "application/zip", "csv.zip", "text/csv; charset=UTF-8; header=present", "csv"),
    PARQUET("parquet", "application/zip", "parquet.zip", "application/vnd.apache.parquet", "parquet"),
    CIRCUIT_TRACER("circuit-tracer", "application/json", "circuit-tracer.json", "", "");

    /** Those that an answer can be written as: a circuit is made of a trace. */
    public static final List<ExportFormat> OF_ANSWERS = List.of(JSON, CSV, PARQUET, GRAPHML);

    private final String label;
    private final String traceType;
    private final String traceExtension;
    private final String answerType;
    private final String answerExtension;

    ExportFormat(String label, String traceType, String traceExtension, String answerType, String answerExtension) {
        this.label = label;
        this.traceType = traceType;
        this.traceExtension = traceExtension;
        this.answerType = answerType;
        this.answerExtension = answerExtension;
    }

    /** Fails with status 400 if it is not one of `allowed`. */
    public static ExportFormat parse(String label, List<ExportFormat> allowed) {
        return allowed.stream()
                .filter(format -> format.label.equals(label))
                .findFirst()
                .orElseThrow(() -> Problems.badRequest("format '" + label + "' is not known; give "
                        + String.join(", ", allowed.stream().map(f -> f.label).toList())));
    }

    static ExportFormat parse(String label) {
        return parse(label, Arrays.asList(values()));
    }

    String traceType() {
        return traceType;
    }

    String traceExtension() {
        return traceExtension;
    }

    public String answerType() {
        return answerType;
    }

    public String answerExtension() {
        return answerExtension;
    }
}
