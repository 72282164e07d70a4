package io.headstream.tracer.tokenizer.process;

import ai.djl.Model;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.google.gson.Gson;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;

/** How a process with a tokenizer is started: the running Java, the few jars that the library needs, and none of this process's secrets. */
final class HelperCommand {
    private static final Set<String> ENVIRONMENT =
            Set.of("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "LD_LIBRARY_PATH");
    // the library's own, such as where its native part is unpacked
    private static final List<String> OURS = List.of("DJL_", "ENGINE_CACHE_DIR", "RUST_LIBRARY_PATH");
    private static final String HEAP = "-Xmx512m";
    // all that Java itself reserves beside what the library may take
    private static final long RESERVED = 1_500_000_000L;

    private HelperCommand() {}

    static Process start(Limits limits) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(limits));
        builder.environment()
                .keySet()
                .removeIf(name -> !ENVIRONMENT.contains(name) && OURS.stream().noneMatch(name::startsWith));
        // one pool of native memory, and no threads beside the one that asks
        builder.environment().put("MALLOC_ARENA_MAX", "1");
        builder.environment().put("TOKENIZERS_PARALLELISM", "false");
        return builder.start();
    }

    // a shell's limits hold from the first instruction; the watch over time and memory is a tenth of a second late
    private static List<String> command(Limits limits) {
        long kilobytes = (RESERVED + limits.memory()) / 1024;
        List<String> command = new ArrayList<>(
                List.of("/bin/sh", "-c", "ulimit -c 0; ulimit -v " + kilobytes + " 2>/dev/null; exec \"$@\"", "sh"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                HEAP,
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:CompressedClassSpaceSize=32m",
                "-XX:ReservedCodeCacheSize=32m",
                "-XX:+DisplayVMOutputToStderr",
                "-XX:ErrorFile=/dev/null",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:-UsePerfData"));
        Stream.of("DJL_CACHE_DIR", "ENGINE_CACHE_DIR", "java.io.tmpdir")
                .filter(name -> System.getProperty(name) != null)
                .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        command.addAll(List.of("-cp", classPath(), TokenizerProcess.class.getName()));
        return command;
    }

    private static String classPath() {
        return Stream.of(TokenizerProcess.class, HuggingFaceTokenizer.class, Model.class, Logger.class, Gson.class)
                .map(HelperCommand::place)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String place(Class<?> type) {
        CodeSource source = Objects.requireNonNull(type.getProtectionDomain().getCodeSource(), type.getName());
        try {
            return Path.of(new URI("file", null, source.getLocation().toURI().getPath(), null))
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(source.getLocation().toString(), e);
        }
    }
}
