package io.headstream.api.export;

import io.headstream.api.graph.GraphReader;
import io.headstream.api.graph.NameResolver;
import io.headstream.api.graph.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.neo4j.driver.Driver;

/** Writes a trace in a format. */
@ApplicationScoped
public class TraceExports {
    private final Driver driver;
    private final GraphReader graph;
    private final NameResolver names;

    public TraceExports(Driver driver, GraphReader graph, NameResolver names) {
        this.driver = driver;
        this.graph = graph;
        this.names = names;
    }

    /** The trace that is meant: an id, or {@code latest}. Fails with status 404 if there is none. */
    String resolve(String id) {
        return names.trace(id);
    }

    /** What the file is called. */
    String name(String trace, ExportFormat format) {
        Map<String, Object> properties = graph.row("trace/overview", Map.of("trace", trace))
                .orElseThrow(() -> Problems.noTrace(trace))
                .get("trace")
                .asMap();
        return FileName.of(String.valueOf(properties.get("prompt")), trace, format.traceExtension());
    }

    /** The file's content; it fails with status 409 before a byte is written if the trace lacks what the format needs. */
    StreamingOutput body(String trace, ExportFormat format) {
        if (format == ExportFormat.CIRCUIT_TRACER) {
            Circuit circuit;
            try (TraceReading reading = new TraceReading(driver, trace)) {
                circuit = CircuitReader.read(reading);
            }
            return out -> CircuitJson.write(circuit, out);
        }
        return out -> write(trace, format, out);
    }

    private void write(String trace, ExportFormat format, OutputStream out) throws IOException {
        try (TraceReading reading = new TraceReading(driver, trace)) {
            switch (format) {
                case JSON -> JsonExport.write(reading, out);
                case GRAPHML -> GraphMlExport.write(reading, out);
                case CSV -> CsvExport.write(reading, out);
                case PARQUET -> ParquetExport.write(reading, out);
                case CIRCUIT_TRACER -> throw new IllegalArgumentException("a circuit is read as a whole");
            }
        }
    }
}
