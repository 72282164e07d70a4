package io.headstream.cli.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headstream.cli.client.ApiClient;
import io.headstream.cli.output.Output;
import io.headstream.cli.output.Table;
import io.headstream.cli.trace.TraceRun;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Traces a prompt changed, and shows what that did. */
record ChangeShown(ApiClient server, @Nullable CommandSpec spec) {
    /** @param body of POST /api/jobs, with interventions */
    int run(ObjectNode body) {
        TraceRun run = new TraceRun(server, spec);
        List<JsonNode> traces = run.run(body);
        run.show(traces);
        if (!server.json()) {
            PrintWriter out = Output.of(spec);
            for (int i = 0; i + 1 < traces.size(); i += 2) { // as it is, and changed
                double before = traces.get(i).path("metricValue").asDouble();
                double after = traces.get(i + 1).path("metricValue").asDouble();
                out.printf(
                        "%s %s before, %s after: %s%n",
                        traces.get(i).path("metric").asText().replace('_', ' '),
                        Table.number(before),
                        Table.number(after),
                        Table.number(after - before));
            }
            out.flush();
        }
        return 0;
    }
}
