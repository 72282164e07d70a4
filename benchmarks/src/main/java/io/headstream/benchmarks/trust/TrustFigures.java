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
 * Measures prompts and writes docs/trust.md of all that were measured, a prompt of each set in turn. What was measured is kept beside the build, a line a
 * prompt, so that it goes on where it was. Arguments: how many prompts of ioi.jsonl, how many of capitals.jsonl, the page, then folders of models.
 */
public final class TrustFigures {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path KEPT = Path.of("benchmarks", "target", "trust");

    private TrustFigures() {}

    /** One model's prompts of one file. */
    record Series(String model, String prompts, List<Map<String, Double>> measured) {}

    public static void main(String[] arguments) throws IOException {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("ioi", Integer.parseInt(arguments[0]));
        counts.put("capitals", Integer.parseInt(arguments[1]));
        Path page = Path.of(arguments[2]);
        Files.createDirectories(KEPT);
        List<Series> all = new ArrayList<>();
        for (int i = 3; i < arguments.length; i++) {
            try (LoadedModel model = LoadedModel.load(Path.of(arguments[i]))) {
                for (Map.Entry<String, Integer> set : counts.entrySet()) {
                    all.add(series(model, set.getKey(), set.getValue()));
                }
            }
        }
        Files.writeString(page, new TrustPage(all).text());
    }

    private static Series series(LoadedModel model, String set, int count) throws IOException {
        Path kept = KEPT.resolve(model.name().replace('/', '-') + "-" + set + ".jsonl");
        List<Map<String, Double>> measured = new ArrayList<>();
        if (Files.exists(kept)) {
            for (String line : Files.readAllLines(kept)) {
                measured.add(JSON.readValue(line, new TypeReference<Map<String, Double>>() {}));
            }
        }
        if (measured.size() < count) {
            List<Example> examples = Example.of(model, Path.of("prompts", set + ".jsonl"));
            Measurement measurement = new Measurement(model, examples);
            for (int i = measured.size(); i < Math.min(count, examples.size()); i++) {
                long start = System.nanoTime();
                Map<String, Double> one = measurement.of(examples.get(i));
                measured.add(one);
                Files.writeString(
                        kept,
                        JSON.writeValueAsString(one) + "\n",
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
                System.out.printf(
                        Locale.ROOT,
                        "%s %s %d of %d: %.1f s%n",
                        model.name(),
                        set,
                        i + 1,
                        count,
                        (System.nanoTime() - start) / 1e9);
            }
        }
        return new Series(model.name(), set, measured.subList(0, Math.min(count, measured.size())));
    }
}
