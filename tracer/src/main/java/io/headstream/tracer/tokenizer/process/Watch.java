package io.headstream.tracer.tokenizer.process;

import io.headstream.tracer.error.TokenizerRefusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Ends a process that takes more for one question than it may. */
final class Watch implements AutoCloseable {
    private static final long PERIOD_MILLIS = 50;
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "headstream-tokenizer-watch");
        thread.setDaemon(true);
        return thread;
    });

    private final Process process;
    private final Limits limits;
    private final Duration processorBefore;
    private final long start = System.nanoTime();
    private final ScheduledFuture<?> looking;
    private volatile @Nullable TokenizerRefusal verdict;

    private Watch(Process process, Limits limits) {
        this.process = process;
        this.limits = limits;
        this.processorBefore = processor();
        this.looking = CLOCK.scheduleWithFixedDelay(this::look, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    static Watch over(Process process, Limits limits) {
        return new Watch(process, limits);
    }

    /** Why the process was ended, if it was. */
    Optional<TokenizerRefusal> verdict() {
        return Optional.ofNullable(verdict);
    }

    private void look() {
        Duration clock = Duration.ofNanos(System.nanoTime() - start);
        if (processor().minus(processorBefore).compareTo(limits.processor()) > 0) {
            end(() -> TokenizerRefusal.of("the tokenizers library computed for more than "
                    + limits.processor().toSeconds() + " s"));
        } else if (resident() > limits.memory()) {
            end(() -> TokenizerRefusal.of(
                    "the tokenizers library took more than " + limits.memory() / 1_000_000 + " MB of memory"));
        } else if (clock.compareTo(limits.time()) > 0) {
            end(() -> TokenizerRefusal.passing("it took more than "
                    + limits.time().toSeconds() + " s, while the machine was busy with other things"));
        }
    }

    private void end(Supplier<TokenizerRefusal> why) {
        verdict = why.get();
        process.destroyForcibly();
    }

    private Duration processor() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    // where the system does not tell, the limits of its shell and of time are what there is
    private long resident() {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | RuntimeException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        looking.cancel(false);
    }
}
