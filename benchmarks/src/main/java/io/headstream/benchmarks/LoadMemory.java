package io.headstream.benchmarks;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.headstream.tracer.family.ModelLoader;
import io.headstream.tracer.model.Transformer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The most memory that loading takes above that of the engine, by fresh processes of which each does one of the two. Linux only. */
final class LoadMemory {
    private LoadMemory() {}

    /** Prints this process's peak resident memory [KiB]; with an argument, after loading SmolLM2. */
    public static void main(String[] arguments) throws IOException {
        try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager()) {
            NDArray square = manager.ones(new Shape(64, 64));
            square.matMul(square).getFloat(0, 0);
        }
        if (arguments.length > 0) {
            try (Transformer model = ModelLoader.load(Models.smollm2())) {
                System.out.println(peak() + " " + model.weights().parameters() * Float.BYTES);
            }
        } else {
            System.out.println(peak());
        }
    }

    private static long peak() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    /** Peak of loading less that of the engine, and what the weights take, in MiB. */
    static double[] measure() throws IOException {
        String[] loaded = child(List.of("load")).split(" ");
        long engine = Long.parseLong(child(List.of()));
        return new double[] {(Long.parseLong(loaded[0]) - engine) / 1024.0, Long.parseLong(loaded[1]) / 1048576.0};
    }

    private static String child(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                LoadMemory.class.getName()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new String(process.getInputStream().readAllBytes()).strip();
    }
}
