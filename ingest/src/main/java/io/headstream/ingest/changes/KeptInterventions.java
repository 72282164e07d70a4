package io.headstream.ingest.changes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headstream.ingest.jobs.request.InterventionAsked;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.intervene.Intervention;
import io.headstream.tracer.tokenizer.Bos;
import io.headstream.tracer.tokenizer.Vocabulary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Interventions as a trace keeps them: as they were asked for, to be made again, and in short, for questions. */
public final class KeptInterventions {
    private static final ObjectMapper JSON = new ObjectMapper();

    private KeptInterventions() {}

    /** As text, with prompts as token ids. */
    public static String text(List<InterventionAsked> asked, InterventionReading reading) {
        try {
            return JSON.writeValueAsString(asked.stream().map(reading::kept).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a trace's text says. */
    public static List<Intervention> read(String text, Vocabulary vocabulary) {
        try {
            return new InterventionReading(vocabulary, Bos.NONE)
                    .all(JSON.readValue(text, new TypeReference<List<InterventionAsked>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a trace's interventions are no JSON", e);
        }
    }

    private record Alike(String kind, String positions, double strength) {}

    /** What a trace's text says in short; empty where it says nothing that is known here, as a document may. */
    public static List<Map<String, Object>> rows(String text) {
        try {
            List<InterventionAsked> asked = JSON.readValue(text, new TypeReference<List<InterventionAsked>>() {});
            return rows(asked.stream().map(InterventionReading::place).toList());
        } catch (JsonProcessingException | TraceException e) {
            return List.of();
        }
    }

    /** A row for each of those that differ in no more than their component: kind, components, positions, strength. */
    public static List<Map<String, Object>> rows(List<Intervention> interventions) {
        Map<Alike, List<String>> alike = interventions.stream()
                .collect(Collectors.groupingBy(
                        each -> new Alike(
                                each.kind().label(), each.at().positions().toString(), each.strength()),
                        LinkedHashMap::new,
                        Collectors.mapping(KeptInterventions::component, Collectors.toList())));
        return alike.entrySet().stream()
                .map(entry -> Map.<String, Object>of(
                        "kind", entry.getKey().kind(),
                        "components", entry.getValue(),
                        "positions", entry.getKey().positions(),
                        "strength", entry.getKey().strength()))
                .toList();
    }

    private static String component(Intervention each) {
        return each.at().keys().isEmpty()
                ? each.at().name()
                : each.at().name() + " keys " + each.at().keys();
    }
}
