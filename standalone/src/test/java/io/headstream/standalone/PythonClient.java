package io.headstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The Python client's own tools, in an environment that is kept in target/ for the next time. */
final class PythonClient {
    private static final Path CLIENT = HeadstreamProcess.ROOT.resolve("clients/python");
    private static final Path ENVIRONMENT = HeadstreamProcess.ROOT.resolve("standalone/target/python-client");
    private static final Path INSTALLED = ENVIRONMENT.resolve("installed"); // left by .ci/run too
    private static final Path PYTHON = ENVIRONMENT.resolve("bin/python");

    private PythonClient() {}

    /** Makes the environment where there is none yet; without Python what needs it is skipped. */
    static synchronized void install() throws Exception {
        boolean there = succeeds("python3", "-c", "import sys, venv, ensurepip; assert sys.version_info >= (3, 10)");
        if (!there) {
            System.out.println("The Python client's tests are skipped: install Python 3.10 or newer with venv"
                    + " (Debian: apt-get install python3-venv)");
        }
        assumeTrue(there, "python3 with venv");
        if (!Files.exists(PYTHON)) {
            mustSucceed(Map.of(), List.of("python3", "-m", "venv", ENVIRONMENT.toString()));
        }
        if (!Files.exists(INSTALLED) || isOlder(INSTALLED, CLIENT.resolve("pyproject.toml"))) {
            mustSucceed(
                    Map.of(),
                    List.of(PYTHON.toString(), "-m", "pip", "install", "-q", "--no-compile", "-e", CLIENT + "[test]"));
            Files.writeString(INSTALLED, "");
        }
    }

    private static boolean isOlder(Path file, Path other) throws IOException {
        return Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(other)) < 0;
    }

    /** Runs a module of the environment in the client's folder. */
    static void run(Map<String, String> environment, String... module) throws Exception {
        List<String> command = new ArrayList<>(List.of(PYTHON.toString(), "-m"));
        command.addAll(List.of(module));
        mustSucceed(environment, command);
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static void mustSucceed(Map<String, String> environment, List<String> command) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(CLIENT.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        System.out.println(output);
        assertThat(process.waitFor()).as(output).isZero();
    }
}
