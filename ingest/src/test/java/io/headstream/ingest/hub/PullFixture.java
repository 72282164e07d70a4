package io.headstream.ingest.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headstream.tracer.error.TraceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A hub with a model on it, a user's home folder, and pulls into it. */
final class PullFixture {
    static final String COMMIT = "607a30d783dfa663caf39e06633721c8d4cfcd7e";
    static final String CONFIG = "{\"model_type\": \"gpt2\"}";
    static final HubId GPT2 = HubId.parse("openai-community/gpt2").orElseThrow();

    final HubServer server;
    final byte[] weights;
    final Observer observer = new Observer();
    private final Path home;

    PullFixture(Path home) throws Exception {
        this.home = home;
        server = new HubServer();
        weights = bytes(3_000_000, 1);
        server.repositories.put(
                GPT2.repository(),
                HubRepository.of(GPT2.repository(), COMMIT)
                        .with("config.json", CONFIG)
                        .with("generation_config.json", "{}")
                        .with("tokenizer.json", "{\"tokens\": 1}")
                        .with("vocab.json", "")
                        .with("README.md", "read me")
                        .with("onnx/model.onnx", "onnx")
                        .with("pytorch_model.bin", bytes(10, 2))
                        .with("model.safetensors", weights));
    }

    void assertFails(HubId id, String... parts) {
        assertThatThrownBy(() -> pull(id)).isInstanceOf(TraceException.class).hasMessageContainingAll(parts);
    }

    Path pull(HubId id) throws InterruptedException {
        return pull(id, settings(Map.of()));
    }

    Path pull(HubId id, HubSettings settings) throws InterruptedException {
        return new HubPuller(settings, new HubSnapshots(settings)).pull(id, observer);
    }

    HubSnapshots snapshots() {
        return new HubSnapshots(settings(Map.of()));
    }

    HubSettings settings(Map<String, String> more) {
        Map<String, String> variables = new java.util.HashMap<>(Map.of("HF_ENDPOINT", server.url() + "/"));
        variables.putAll(more);
        return HubSettings.read(name -> Optional.ofNullable(variables.get(name)), home);
    }

    Path cache() {
        return home.resolve(".cache/huggingface/hub");
    }

    Path partial() {
        return cache().resolve("models--openai-community--gpt2/blobs/" + HubRepository.sha256(weights)
                + ".headstream.incomplete");
    }

    static List<String> names(Path folder) throws Exception {
        try (var files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    static byte[] bytes(int length, int seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    /** Remembers what it is told, and does not really wait. */
    static final class Observer implements PullObserver {
        final List<Long> dones = new ArrayList<>();
        final List<Duration> pauses = new ArrayList<>();
        long total;
        long missing;
        boolean giveUp;
        java.util.function.LongConsumer onBytes = done -> {};

        @Override
        public void config(Path folder) {
            assertThat(folder.resolve("config.json")).hasContent(CONFIG);
        }

        @Override
        public void start(Path folder, long bytes) {
            missing = bytes;
        }

        @Override
        public void at(long done, long all) {
            dones.add(done);
            total = all;
            onBytes.accept(done);
        }

        @Override
        public void pause(Duration time) throws InterruptedException {
            pauses.add(time);
            if (giveUp) {
                throw new InterruptedException();
            }
        }

        long last() {
            return dones.get(dones.size() - 1);
        }

        long total() {
            return total;
        }
    }
}
