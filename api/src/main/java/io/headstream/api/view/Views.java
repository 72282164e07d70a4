package io.headstream.api.view;

import io.headstream.access.caller.Caller;
import io.headstream.api.graph.Figures;
import io.headstream.api.graph.GraphReader;
import io.headstream.api.graph.Problems;
import io.headstream.schema.Said;
import io.headstream.schema.TracedPass;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Views that were saved. They are of what is traced, not of one trace: made anew, or imported, a trace has those of before. */
@ApplicationScoped
public class Views {
    private final GraphReader graph;
    private final Caller caller;

    public Views(GraphReader graph, Caller caller) {
        this.graph = graph;
        this.caller = caller;
    }

    List<SavedView> of(String trace) {
        return graph.rows("view/of-pass", Map.of("pass", pass(trace))).stream()
                .map(Views::view)
                .toList();
    }

    SavedView put(String trace, String name, String address) {
        if (!Said.isViewName(name)) {
            throw Problems.badRequest(
                    "a view's name has 1 to " + Said.LONGEST_VIEW_NAME + " characters, and none that is not seen");
        }
        Map<String, Object> parameters =
                Map.of("pass", pass(trace), "name", name.strip(), "address", address, "by", caller.name());
        return view(graph.write("view/put", parameters));
    }

    void delete(String trace, String name) {
        Map<String, Object> parameters = Map.of("pass", pass(trace), "name", name);
        if (graph.write("view/delete", parameters).get("views").asInt() == 0) {
            throw Problems.notFound("there is no view '" + name + "' of trace '" + trace + "'; GET /api/views/" + trace
                    + " lists those there are");
        }
    }

    private String pass(String trace) {
        Record row = graph.row("view/pass", Map.of("trace", trace)).orElseThrow(() -> Problems.noTrace(trace));
        return new TracedPass(
                        row.get("model").asString(),
                        row.get("targetPosition").asLong(),
                        row.get("target").asString(),
                        Optional.ofNullable(row.get("distractor").asString(null)),
                        row.get("tokens").asList(Value::asLong))
                .hash();
    }

    private static SavedView view(Record row) {
        Value view = row.get("properties");
        return new SavedView(
                view.get("name").asString(),
                view.get("address").asString(),
                view.get("by").asString(),
                Figures.time(view.get("updatedAt").asObject()));
    }
}
