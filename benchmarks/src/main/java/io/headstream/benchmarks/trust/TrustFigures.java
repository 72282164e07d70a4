package io.headstream.benchmarks.trust;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headstream.tracer.load.LoadedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures prompts, of each model a prompt of each set in turn, and after each writes docs/trust.md of all that were measured. They are kept beside the
 * build too, a line a prompt, so that it goes on where it was. Arguments: how many prompts of ioi.jsonl, how many of capitals.jsonl, the page, then folders of models.
 */
public final class TrustFigures {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path KEPT = Path.of("benchmarks", "target", "trust");

    private TrustFigures() {}

    /** One model's prompts of one file. */
    record Series(String model, String prompts, List<Map<String, Double>> measured) {}

    /** Prompts of one file on their way to a model's series. */
    private record Measuring(Series series, Path kept, Measurement measurement, List<Example> examples, int count) {}

    public static void main(String[] arguments) throws IOException {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("ioi", Integer.parseInt(arguments[0]));
        counts.put("capitals", Integer.parseInt(arguments[1]));
        Path page = Path.of(arguments[2]);
        Files.createDirectories(KEPT);
        List<Series> all = new ArrayList<>();
        for (int i = 3; i < arguments.length; i++) {
            try (LoadedModel model = LoadedModel.load(Path.of(arguments[i]))) {
                List<Measuring> sets = new ArrayList<>();
                for (Map.Entry<String, Integer> set : counts.entrySet()) {
                    sets.add(begun(model, set.getKey(), set.getValue()));
                }
                sets.forEach(set -> all.add(set.series()));
                for (int n = 0;
                        n < counts.values().stream().max(Integer::compare).orElse(0);
                        n++) {
                    for (Measuring set : sets) {
                        if (n == set.series().measured().size() && n < set.count()) {
                            measure(set);
                            Files.writeString(page, new TrustPage(all).text());
                        }
                    }
                }
            }
        }
        Files.writeString(page, new TrustPage(all).text());
    }

    private static Measuring begun(LoadedModel model, String set, int count) throws IOException {
        Path kept = KEPT.resolve(model.name().replace('/', '-') + "-" + set + ".jsonl");
        List<Example> examples = Example.of(model, Path.of("prompts", set + ".jsonl"));
        int most = Math.min(count, examples.size());
        List<Map<String, Double>> measured = new ArrayList<>();
        if (Files.exists(kept)) {
            for (String line : Files.readAllLines(kept)) {
                if (measured.size() < most) {
                    measured.add(JSON.readValue(line, new TypeReference<Map<String, Double>>() {}));
                }
            }
        }
        return new Measuring(
                new Series(model.name(), set, measured), kept, new Measurement(model, examples), examples, most);
    }

    private static void measure(Measuring set) throws IOException {
        List<Map<String, Double>> measured = set.series().measured();
        long start = System.nanoTime();
        Map<String, Double> one = set.measurement().of(set.examples().get(measured.size()));
        measured.add(one);
        Files.writeString(
                set.kept(), JSON.writeValueAsString(one) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        System.out.printf(
                Locale.ROOT,
                "%s %s %d of %d: %.1f s%n",
                set.series().model(),
                set.series().prompts(),
                measured.size(),
                set.count(),
                (System.nanoTime() - start) / 1e9);
    }
}
