package io.headstream.benchmarks;

import ai.djl.ndarray.NDManager;
import io.headstream.ingest.graph.TraceHeader;
import io.headstream.ingest.graph.TraceWriter;
import io.headstream.tracer.load.LoadedModel;
import io.headstream.tracer.trace.Progress;
import io.headstream.tracer.trace.Trace;
import io.headstream.tracer.trace.TraceRequest;
import io.headstream.tracer.trace.Tracer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.neo4j.driver.Driver;

/**
 * A prompt to a trace that can be queried, over the built application's HTTP; the writer against a bare loop of the same statements and rows;
 * what a trace takes on the disk; and what 200 traces leave in memory.
 */
final class TraceFigures {
    private static final int STORED = 10;
    private static final int WARM_UP = 12;

    private TraceFigures() {}

    /** Arguments: which of speed, size and memory; all if there are none. */
    public static void main(String[] arguments) throws Exception {
        List<String> parts = arguments.length == 0 ? List.of("speed", "size", "memory") : List.of(arguments);
        Path folder = Files.createTempDirectory("headstream-benchmark");
        Path models = Files.createDirectory(folder.resolve("models"));
        Path gpt2Small = Files.createDirectory(models.resolve(Models.GPT2_SMALL));
        Models.writeGpt2Small(gpt2Small);
        try {
            if (parts.contains("speed")) {
                speed(folder.resolve("data"), models);
            }
            if (parts.contains("size")) {
                size(folder.resolve("data"), models);
            }
            if (parts.contains("memory")) {
                memory(folder.resolve("memory"));
            }
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(path);
            }
        }
    }

    private static void speed(Path data, Path models) throws Exception {
        try (Application application = Application.start(data, models, Models.GPT2_SMALL);
                LoadedModel model = LoadedModel.load(models.resolve(Models.GPT2_SMALL));
                Driver driver = application.driver()) {
            for (int i = 0; i < WARM_UP; i++) { // the first also puts the model's weights into the graph
                application.job(body(16));
            }
            speed(application, model, driver);
        }
    }

    private static void speed(Application application, LoadedModel model, Driver driver) throws Exception {
        int[] tokens = Models.tokens(16);
        Trace trace = new Tracer(model).trace(TraceRequest.of(tokens), Progress.NONE);
        RecordedWrites recorded = new RecordedWrites();
        write(recorded.recording(driver), model, trace);
        Callable<?> bare = () -> recorded.replay(driver);
        Turns.compare("writer/bare write gpt2-small 16 tokens", () -> write(driver, model, trace), bare);
        try (NDManager manager = model.transformer().newPassManager()) {
            PlainPass plain = new PlainPass(model.transformer(), tokens.length, manager);
            List<List<Double>> took = Turns.measure(() -> application.job(body(16)), bare, () -> {
                try (NDManager pass = model.transformer().newPassManager()) {
                    return plain.logits(tokens, pass).size();
                }
            });
            double whole = Turns.median(took.get(0));
            double write = Turns.median(took.get(1));
            double pass = Turns.median(took.get(2));
            Turns.print(
                    "prompt to queryable gpt2-small 16 tokens: %.2f s (median of %d; fastest %.2f s); 6 plain passes + 3 bare writes = 6 x %.0f + 3 x %.0f ms = %.2f s; ratio %.2f",
                    whole / 1e3,
                    took.get(0).size(),
                    Collections.min(took.get(0)) / 1e3,
                    pass,
                    write,
                    (6 * pass + 3 * write) / 1e3,
                    whole / (6 * pass + 3 * write));
        }
        Turns.compare(
                "prompt to queryable gpt2-small 64 tokens/16 tokens",
                () -> application.job(body(64)),
                () -> application.job(body(16)));
    }

    private static void size(Path data, Path models) throws Exception {
        double before = traced(data, models);
        Turns.print("on the disk, a trace of 16 tokens: %.1f MiB", (traced(data, models) - before) / STORED);
    }

    private static double traced(Path data, Path models) throws Exception {
        Application application = Application.start(data, models, Models.GPT2_SMALL);
        for (int i = 0; i < STORED; i++) {
            application.job(body(16));
        }
        return application.stop();
    }

    private static void memory(Path data) throws Exception {
        try (Application application =
                Application.start(data, Path.of("models").toAbsolutePath(), "headstream-sample")) {
            double at20 = 0;
            for (int i = 1; i <= 200; i++) {
                application.job("{\"prompt\": \"When Mary and John went to the store, John gave a drink to\"}");
                at20 = i == 20 ? application.resident() : at20;
            }
            double at200 = application.resident();
            Turns.print(
                    "resident memory after 200/20 traces of the sample model: %.0f MiB / %.0f MiB = %.2f",
                    at200, at20, at200 / at20);
        }
    }

    private static String body(int tokens) {
        return Arrays.stream(Models.tokens(tokens))
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", ", "{\"tokens\": [", "]}"));
    }

    private static String write(Driver driver, LoadedModel model, Trace trace) {
        TraceHeader header = new TraceHeader(
                UUID.randomUUID().toString(),
                model.fingerprint().id(),
                model.name(),
                "benchmark",
                "target",
                Optional.empty(),
                Optional.of("distractor"),
                List.of(),
                List.of(),
                Instant.now(),
                Optional.empty(),
                Optional.empty());
        List<String> texts =
                trace.tokens().stream().map(model.vocabulary()::spelling).toList();
        new TraceWriter(driver).write(trace, header, texts, done -> {});
        return header.id();
    }
}
