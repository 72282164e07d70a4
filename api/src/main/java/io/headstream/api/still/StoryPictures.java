package io.headstream.api.still;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headstream.api.circuit.Circuits;
import io.headstream.api.circuit.WholeCircuit;
import io.headstream.api.graph.GraphReader;
import io.headstream.api.story.Stories;
import io.headstream.api.trace.Trace;
import io.headstream.api.trace.Traces;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Stories as the page draws them. */
@ApplicationScoped
public class StoryPictures {
    private final GraphReader graph;
    private final Stories stories;
    private final Traces traces;
    private final Circuits circuits;
    private final PageScript page;
    private final ObjectMapper json;

    public StoryPictures(
            GraphReader graph, Stories stories, Traces traces, Circuits circuits, PageScript page, ObjectMapper json) {
        this.graph = graph;
        this.stories = stories;
        this.traces = traces;
        this.circuits = circuits;
        this.page = page;
        this.json = json;
    }

    /**
     * How a picture is to look.
     *
     * @param circuit id or name of one whose components are marked
     */
    record Look(
            @Nullable String measure,
            @Nullable Integer count,
            boolean captions,
            @Nullable String circuit,
            String theme,
            int width,
            int height) {}

    /** SVG. Fails where there is no such trace or circuit, or where it cannot be told in what was asked for. */
    String svg(String id, Look look) {
        Trace trace = traces.get(id);
        String model = trace.summary().model();
        Still still = new Still(
                stories.told(id, look.measure()),
                trace,
                vocabulary(model),
                look.theme(),
                look.count(),
                look.captions(),
                look.width(),
                look.height(),
                Optional.ofNullable(look.circuit())
                        .map(name -> marked(name, model))
                        .orElse(null));
        try {
            return page.storySvg(json.writeValueAsString(still));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Still.Marked marked(String name, String model) {
        WholeCircuit whole = circuits.whole(name, model);
        return new Still.Marked(
                whole.circuit().name(),
                whole.nodes().stream().map(WholeCircuit.Node::name).collect(Collectors.toSet()));
    }

    private @Nullable Long vocabulary(String model) {
        return graph.row("model/vocabulary", Map.of("model", model))
                .map(row -> row.get("vocabulary"))
                .filter(value -> !value.isNull())
                .map(value -> value.asLong())
                .orElse(null);
    }
}
