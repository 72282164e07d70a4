package io.headstream.ingest.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headstream.tracer.checkpoint.Provenance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pulls from a server that speaks as the hub does, over real connections into a real folder. */
class HubPullerTest {
    @TempDir
    Path home;

    private PullFixture hub;

    @BeforeEach
    void serve() throws Exception {
        hub = new PullFixture(home);
    }

    @AfterEach
    void stop() {
        hub.server.close();
    }

    @Test
    void a_model_comes_into_the_cache_as_huggingface_hub_lays_it_out() throws Exception {
        Path snapshot = hub.pull(PullFixture.GPT2);
        Path model = hub.cache().resolve("models--openai-community--gpt2");
        assertThat(snapshot).isEqualTo(model.resolve("snapshots").resolve(PullFixture.COMMIT));
        assertThat(model.resolve("refs/main")).hasContent(PullFixture.COMMIT);
        assertThat(PullFixture.names(snapshot))
                .containsExactly(
                        "config.json", "generation_config.json", "model.safetensors", "tokenizer.json", "vocab.json");
        Path weightsLink = snapshot.resolve("model.safetensors");
        assertThat(Files.readSymbolicLink(weightsLink))
                .isEqualTo(Path.of("../../blobs", HubRepository.sha256(hub.weights)));
        assertThat(weightsLink).hasBinaryContent(hub.weights);
        assertThat(Files.readSymbolicLink(snapshot.resolve("config.json")))
                .isEqualTo(Path.of("../../blobs", HubRepository.gitSha1(PullFixture.CONFIG.getBytes())));
        assertThat(PullFixture.names(model.resolve("blobs"))).hasSize(5).noneMatch(n -> n.endsWith(".incomplete"));
        assertThat(hub.observer.last()).isEqualTo(hub.observer.total());
        assertThat(Provenance.of(snapshot).name()).isEqualTo("openai-community/gpt2");
        assertThat(hub.snapshots().models()).isEqualTo(Map.of("openai-community/gpt2", snapshot));
    }

    @Test
    void a_second_pull_asks_for_no_bytes() throws Exception {
        hub.pull(PullFixture.GPT2);
        hub.server.asked.clear();
        hub.pull(PullFixture.GPT2);
        assertThat(hub.server.bodies()).isEmpty();
        assertThat(hub.server.asked).hasSize(1);
        assertThat(hub.observer.missing).isZero();
    }

    @Test
    void cuts_in_the_middle_of_a_file_are_gone_on_from() throws Exception {
        hub.server.faults.cuts.set(3);
        assertThat(hub.pull(PullFixture.GPT2).resolve("model.safetensors")).hasBinaryContent(hub.weights);
        List<String> ranges = hub.server.bodies().stream()
                .filter(HubServer.Asked::cdn)
                .flatMap(a -> a.range().stream())
                .toList();
        assertThat(ranges).containsExactly("bytes=1500000-", "bytes=2250000-", "bytes=2625000-");
        assertThat(hub.observer.pauses).containsOnly(Duration.ofSeconds(1));
    }

    @Test
    void a_pull_that_was_given_up_is_gone_on_from_by_the_next() throws Exception {
        hub.server.faults.cuts.set(1);
        hub.observer.giveUp = true;
        assertThatThrownBy(() -> hub.pull(PullFixture.GPT2)).isInstanceOf(InterruptedException.class);
        assertThat(hub.partial()).hasSize(1_500_000);
        assertThat(hub.cache().resolve("models--openai-community--gpt2/snapshots"))
                .as("without it huggingface_hub warns of a broken cache")
                .isEmptyDirectory();
        assertThat(hub.snapshots().models()).isEmpty();
        hub.observer.giveUp = false;
        hub.server.asked.clear();
        hub.pull(PullFixture.GPT2);
        assertThat(hub.observer.missing).isEqualTo(1_500_000);
        assertThat(hub.server.bodies().stream().flatMap(a -> a.range().stream()))
                .containsOnly("bytes=1500000-");
    }

    @Test
    void a_hub_without_ranges_starts_from_the_beginning() throws Exception {
        hub.server.faults.withoutRanges = true;
        hub.server.faults.cuts.set(2);
        assertThat(hub.pull(PullFixture.GPT2).resolve("model.safetensors")).hasBinaryContent(hub.weights);
    }

    @Test
    void bytes_kept_from_before_that_are_wrong_are_replaced() throws Exception {
        Files.createDirectories(hub.partial().getParent());
        Files.write(hub.partial(), PullFixture.bytes(1_000_000, 99));
        assertThat(hub.pull(PullFixture.GPT2).resolve("model.safetensors")).hasBinaryContent(hub.weights);
        Files.delete(hub.cache().resolve("models--openai-community--gpt2/blobs/" + HubRepository.sha256(hub.weights)));
        Files.write(hub.partial(), PullFixture.bytes(4_000_000, 99));
        assertThat(hub.pull(PullFixture.GPT2).resolve("model.safetensors")).hasBinaryContent(hub.weights);
    }

    @Test
    void a_model_that_was_renamed_is_followed() throws Exception {
        hub.server.repositories.put(
                "gpt2",
                new HubRepository(
                        "gpt2",
                        PullFixture.COMMIT,
                        Map.of(),
                        Optional.empty(),
                        Optional.of(PullFixture.GPT2.repository())));
        Path snapshot = hub.pull(HubId.parse("gpt2").orElseThrow());
        assertThat(snapshot)
                .isEqualTo(hub.cache().resolve("models--gpt2/snapshots").resolve(PullFixture.COMMIT));
        assertThat(snapshot.resolve("model.safetensors")).hasBinaryContent(hub.weights);
    }

    @Test
    void a_hub_whose_list_has_no_sizes_is_asked_for_each_file() throws Exception {
        hub.server.faults.withoutBlobs = true;
        assertThat(hub.pull(PullFixture.GPT2).resolve("model.safetensors")).hasBinaryContent(hub.weights);
        assertThat(hub.server.asked).filteredOn(a -> a.method().equals("HEAD")).hasSize(5);
    }

    @Test
    void a_pull_request_is_a_revision() throws Exception {
        Path snapshot = hub.pull(HubId.parse("openai-community/gpt2@refs/pr/3").orElseThrow());
        assertThat(hub.cache().resolve("models--openai-community--gpt2/refs/refs/pr/3"))
                .hasContent(PullFixture.COMMIT);
        assertThat(hub.snapshots()
                        .find(HubId.parse("openai-community/gpt2@refs/pr/3").orElseThrow()))
                .hasValue(snapshot);
        assertThat(hub.snapshots()
                        .find(HubId.parse("openai-community/gpt2@607a30d").orElseThrow()))
                .hasValue(snapshot);
    }

    @Test
    void split_weights_come_with_all_their_parts() throws Exception {
        HubRepository split = HubRepository.of("a/split", PullFixture.COMMIT)
                .with("config.json", PullFixture.CONFIG)
                .with(
                        "model.safetensors.index.json",
                        "{\"weight_map\": {\"a\": \"model-00001-of-00002.safetensors\", \"b\": \"model-00002-of-00002.safetensors\"}}")
                .with("model-00001-of-00002.safetensors", PullFixture.bytes(2000, 1))
                .with("model-00002-of-00002.safetensors", PullFixture.bytes(3000, 2))
                .with("consolidated.safetensors", PullFixture.bytes(5000, 3));
        hub.server.repositories.put("a/split", split);
        HubId id = HubId.parse("a/split").orElseThrow();
        Path snapshot = hub.pull(id);
        assertThat(PullFixture.names(snapshot))
                .containsExactly(
                        "config.json",
                        "model-00001-of-00002.safetensors",
                        "model-00002-of-00002.safetensors",
                        "model.safetensors.index.json");
        Files.delete(snapshot.resolve("model-00002-of-00002.safetensors"));
        assertThat(hub.snapshots().models()).isEmpty();
        split.files().remove("model-00002-of-00002.safetensors");
        hub.assertFails(id, "names 'model-00002-of-00002.safetensors', which the repository does not have");
    }

    @Test
    void without_symlinks_the_files_themselves_are_in_the_snapshot() throws Exception {
        HubSettings plain = hub.settings(Map.of("HF_HUB_DISABLE_SYMLINKS", "1"));
        Path snapshot = hub.pull(PullFixture.GPT2, plain);
        assertThat(snapshot.resolve("model.safetensors")).isRegularFile().hasBinaryContent(hub.weights);
        assertThat(Files.isSymbolicLink(snapshot.resolve("model.safetensors"))).isFalse();
        hub.server.asked.clear();
        hub.pull(PullFixture.GPT2, plain);
        assertThat(hub.server.bodies()).isEmpty();
    }

    @Test
    void an_interrupt_in_the_middle_of_a_body_counts_at_once() throws Exception {
        hub.server.faults.pauseMillis = 60_000;
        AtomicReference<Throwable> end = new AtomicReference<>();
        CountDownLatch half = new CountDownLatch(1);
        hub.observer.onBytes = done -> {
            if (done >= 1_500_000) {
                half.countDown();
            }
        };
        Thread thread = new Thread(() -> {
            try {
                hub.pull(PullFixture.GPT2);
            } catch (Exception e) {
                end.set(e);
            }
        });
        thread.start();
        assertThat(half.await(20, TimeUnit.SECONDS)).isTrue();
        thread.interrupt();
        thread.join(5_000);
        assertThat(end.get()).isInstanceOf(InterruptedException.class);
        assertThat(hub.partial()).hasSize(1_500_000);
    }

    @Test
    void two_pulls_at_once_fetch_each_file_once() throws Exception {
        hub.server.faults.pauseMillis = 300;
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            threads.add(new Thread(() -> {
                try {
                    new HubPuller(hub.settings(Map.of()), hub.snapshots())
                            .pull(PullFixture.GPT2, new PullFixture.Observer());
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(hub.snapshots().models()).containsKey("openai-community/gpt2");
        assertThat(hub.server.bodies()).filteredOn(HubServer.Asked::cdn).hasSize(1);
    }

    @Test
    void a_new_commit_of_main_is_a_second_snapshot() throws Exception {
        Path first = hub.pull(PullFixture.GPT2);
        String next = "1111111783dfa663caf39e06633721c8d4cfcd7e";
        hub.server.repositories.compute(PullFixture.GPT2.repository(), (name, r) -> new HubRepository(
                        name, next, r.files(), r.token(), r.movedTo())
                .with("vocab.json", "new"));
        hub.server.asked.clear();
        Path second = hub.pull(PullFixture.GPT2);
        assertThat(hub.server.bodies()).hasSize(1);
        assertThat(hub.snapshots().models())
                .isEqualTo(Map.of("openai-community/gpt2", second, "openai-community/gpt2@607a30d", first));
    }
}
