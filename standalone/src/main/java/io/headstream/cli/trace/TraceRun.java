package io.headstream.cli.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.headstream.cli.client.ApiClient;
import io.headstream.cli.client.JobWatch;
import io.headstream.cli.output.Output;
import io.headstream.cli.output.Table;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Asks for traces, waits for them, and shows what they predict. */
public record TraceRun(ApiClient server, @Nullable CommandSpec spec) {
    /** @param body of POST /api/jobs */
    public List<JsonNode> run(ObjectNode body) {
        JsonNode job = server.postJob("/api/jobs", body, Output.errorsOf(spec));
        job.path("notes").forEach(note -> Output.errorsOf(spec).println("note: " + Output.shown(note.asText())));
        JsonNode last = new JobWatch(server, "tracing", false).toEnd(job, Output.errorsOf(spec));
        List<JsonNode> traces = new ArrayList<>();
        last.path("traces").forEach(id -> traces.add(server.get("/api/traces/" + id.asText())));
        return traces;
    }

    /** The traces in short, or whole as JSON. */
    public void show(List<JsonNode> traces) {
        PrintWriter out = Output.of(spec);
        if (server.json()) {
            out.println(
                    traces.size() == 1
                            ? traces.get(0).toPrettyString()
                            : ApiClient.JSON.valueToTree(traces).toPrettyString());
        } else {
            String last = "";
            for (JsonNode trace : traces) {
                last = generated(trace.path("generation"), last, out);
                show(trace, out);
            }
        }
        out.flush();
    }

    private void show(JsonNode trace, PrintWriter out) {
        out.println(Output.shown(trace.path("prompt").asText()));
        String against = trace.path("distractor").asText();
        out.printf(
                "target \"%s\"%s: rank %s, probability %s, %s %s%n",
                Output.shown(trace.path("target").asText()),
                against.isEmpty() ? "" : " against \"" + Output.shown(against) + "\"",
                trace.path("targetRank").asText(),
                Table.number(trace.path("targetProbability").asDouble()),
                trace.path("metric").asText().replace('_', ' '),
                Table.number(trace.path("metricValue").asDouble()));
        answer(trace.path("answer"), out);
        Table table = new Table(List.of("rank", "token", "probability"));
        int shown = 0;
        for (JsonNode prediction : trace.path("predictions")) {
            if (shown++ < 5) {
                table.row(List.of(
                        prediction.path("rank"),
                        new TextNode(prediction.path("text").asText()),
                        prediction.path("probability")));
            }
        }
        table.print(out);
        compared(trace, out);
        where(trace, out);
    }

    // what decides between two answers is told better, so that a trace of the logit alone says how to have it; a
    // changed pass and a step of a generation are not traced again so
    private static void compared(JsonNode trace, PrintWriter out) {
        String proposed = trace.path("proposedDistractor").asText();
        if (trace.path("metric").asText().equals("logit")
                && !proposed.isEmpty()
                && !trace.has("generation")
                && !trace.has("baseline")) {
            out.printf(
                    "of the logit alone; against \"%s\", which is proposed: headstream trace --again %s --metric difference%n",
                    Output.shown(proposed), trace.path("id").asText());
        }
    }

    // once, before the first of its steps
    private static String generated(JsonNode generation, String last, PrintWriter out) {
        String id = generation.path("id").asText();
        if (!id.isEmpty() && !id.equals(last)) {
            out.printf(
                    "generated (%s): %s%n%n",
                    generation.path("sampling").asText(),
                    Output.shown(generation.path("text").asText()));
        }
        return id.isEmpty() ? last : id;
    }

    // of several tokens
    private static void answer(JsonNode answer, PrintWriter out) {
        if (!answer.isEmpty()) {
            Table table = new Table(List.of("position", "token", "rank", "log probability"));
            answer.forEach(token -> table.row(List.of(
                    token.path("position"),
                    new TextNode(token.path("text").asText()),
                    token.path("rank"),
                    token.path("logProbability"))));
            table.print(out);
        }
    }

    /** A trace's id, and its address in the page. */
    public void where(JsonNode trace, PrintWriter out) {
        String id = trace.path("id").asText();
        out.printf("trace %s  %s/#/trace/%s%n%n", id, server.address(), id);
    }
}
