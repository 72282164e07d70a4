package io.headstream.ingest.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headstream.tracer.TraceException;
import io.headstream.tracer.checkpoint.Provenance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pulls from a server that speaks as the hub does, over real connections into a real folder. */
class HubPullerTest {
    private static final String COMMIT = "607a30d783dfa663caf39e06633721c8d4cfcd7e";
    private static final String CONFIG = "{\"model_type\": \"gpt2\"}";
    private static final HubId GPT2 = HubId.parse("openai-community/gpt2").orElseThrow();

    @TempDir
    Path home;

    private HubServer server;
    private byte[] weights;
    private final Observer observer = new Observer();

    @BeforeEach
    void serve() throws Exception {
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

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_model_comes_into_the_cache_as_huggingface_hub_lays_it_out() throws Exception {
        Path snapshot = pull(GPT2);
        Path model = cache().resolve("models--openai-community--gpt2");
        assertThat(snapshot).isEqualTo(model.resolve("snapshots").resolve(COMMIT));
        assertThat(model.resolve("refs/main")).hasContent(COMMIT);
        assertThat(names(snapshot))
                .containsExactly(
                        "config.json", "generation_config.json", "model.safetensors", "tokenizer.json", "vocab.json");
        Path weightsLink = snapshot.resolve("model.safetensors");
        assertThat(Files.readSymbolicLink(weightsLink))
                .isEqualTo(Path.of("../../blobs", HubRepository.sha256(weights)));
        assertThat(weightsLink).hasBinaryContent(weights);
        assertThat(Files.readSymbolicLink(snapshot.resolve("config.json")))
                .isEqualTo(Path.of("../../blobs", HubRepository.gitSha1(CONFIG.getBytes())));
        assertThat(names(model.resolve("blobs"))).hasSize(5).noneMatch(n -> n.endsWith(".incomplete"));
        assertThat(observer.last()).isEqualTo(observer.total());
        assertThat(Provenance.of(snapshot).name()).isEqualTo("openai-community/gpt2");
        assertThat(snapshots().models()).isEqualTo(Map.of("openai-community/gpt2", snapshot));
    }

    @Test
    void a_second_pull_asks_for_no_bytes() throws Exception {
        pull(GPT2);
        server.asked.clear();
        pull(GPT2);
        assertThat(server.bodies()).isEmpty();
        assertThat(server.asked).hasSize(1);
        assertThat(observer.missing).isZero();
    }

    @Test
    void cuts_in_the_middle_of_a_file_are_gone_on_from() throws Exception {
        server.faults.cuts.set(3);
        assertThat(pull(GPT2).resolve("model.safetensors")).hasBinaryContent(weights);
        List<String> ranges = server.bodies().stream()
                .filter(HubServer.Asked::cdn)
                .flatMap(a -> a.range().stream())
                .toList();
        assertThat(ranges).containsExactly("bytes=1500000-", "bytes=2250000-", "bytes=2625000-");
        assertThat(observer.pauses).containsOnly(Duration.ofSeconds(1));
    }

    @Test
    void a_pull_that_was_given_up_is_gone_on_from_by_the_next() throws Exception {
        server.faults.cuts.set(1);
        observer.giveUp = true;
        assertThatThrownBy(() -> pull(GPT2)).isInstanceOf(InterruptedException.class);
        assertThat(partial()).hasSize(1_500_000);
        assertThat(cache().resolve("models--openai-community--gpt2/snapshots"))
                .as("without it huggingface_hub warns of a broken cache")
                .isEmptyDirectory();
        assertThat(snapshots().models()).isEmpty();
        observer.giveUp = false;
        server.asked.clear();
        pull(GPT2);
        assertThat(observer.missing).isEqualTo(1_500_000);
        assertThat(server.bodies().stream().flatMap(a -> a.range().stream())).containsOnly("bytes=1500000-");
    }

    @Test
    void a_hub_without_ranges_starts_from_the_beginning() throws Exception {
        server.faults.withoutRanges = true;
        server.faults.cuts.set(2);
        assertThat(pull(GPT2).resolve("model.safetensors")).hasBinaryContent(weights);
    }

    @Test
    void a_hub_without_ranges_that_always_breaks_off_is_given_up() {
        server.faults.withoutRanges = true;
        server.faults.cuts.set(1000);
        assertFails(GPT2, "cannot be reached for model.safetensors", "it broke off", "HF_ENDPOINT");
        assertThat(server.bodies()).hasSizeLessThan(20);
    }

    @Test
    void bytes_kept_from_before_that_are_wrong_are_replaced() throws Exception {
        Files.createDirectories(partial().getParent());
        Files.write(partial(), bytes(1_000_000, 99));
        assertThat(pull(GPT2).resolve("model.safetensors")).hasBinaryContent(weights);
        Files.delete(cache().resolve("models--openai-community--gpt2/blobs/" + HubRepository.sha256(weights)));
        Files.write(partial(), bytes(4_000_000, 99));
        assertThat(pull(GPT2).resolve("model.safetensors")).hasBinaryContent(weights);
    }

    @Test
    void wrong_bytes_are_refused_and_deleted() {
        server.faults.wrongBytes = true;
        assertFails(GPT2, "model.safetensors of 'openai-community/gpt2' came with other bytes", "it was deleted");
        assertThat(partial()).doesNotExist();
        assertThat(snapshots().models()).isEmpty();
        assertThat(cache().resolve("models--openai-community--gpt2/refs/main")).doesNotExist();
    }

    @Test
    void a_file_that_changes_between_a_cut_and_its_resume_is_refused() {
        server.faults.cuts.set(1);
        server.faults.afterCut =
                () -> server.repositories.get(GPT2.repository()).with("model.safetensors", bytes(3_000_000, 7));
        assertFails(GPT2, "model.safetensors of 'openai-community/gpt2' changed on the hub while it was pulled");
    }

    @Test
    void the_token_goes_to_the_hub_and_nowhere_else() throws Exception {
        server.repositories.compute(GPT2.repository(), (name, repository) -> repository.gated("hf_secret"));
        assertThatThrownBy(() -> pull(GPT2))
                .isInstanceOf(TraceException.class)
                .hasMessageContaining("is gated (the hub answers 401)")
                .hasMessageContaining("accept its terms if it has any, and set HF_TOKEN")
                .hasMessageContaining("no token was sent");
        assertThatThrownBy(() -> pull(GPT2, settings(Map.of("HF_TOKEN", "hf_wrong"))))
                .hasMessageContaining("the hub answers 403")
                .hasMessageContaining("a token was sent")
                .hasMessageNotContaining("hf_wrong");
        server.asked.clear();
        pull(GPT2, settings(Map.of("HF_TOKEN", "hf_secret")));
        assertThat(server.asked).filteredOn(HubServer.Asked::cdn).hasSize(1).allMatch(a -> a.authorization()
                .isEmpty());
        assertThat(server.asked).filteredOn(a -> !a.cdn()).allMatch(a -> a.authorization()
                .equals(Optional.of("Bearer hf_secret")));
    }

    @Test
    void a_model_that_was_renamed_is_followed() throws Exception {
        server.repositories.put(
                "gpt2", new HubRepository("gpt2", COMMIT, Map.of(), Optional.empty(), Optional.of(GPT2.repository())));
        Path snapshot = pull(HubId.parse("gpt2").orElseThrow());
        assertThat(snapshot).isEqualTo(cache().resolve("models--gpt2/snapshots").resolve(COMMIT));
        assertThat(snapshot.resolve("model.safetensors")).hasBinaryContent(weights);
    }

    @Test
    void a_hub_whose_list_has_no_sizes_is_asked_for_each_file() throws Exception {
        server.faults.withoutBlobs = true;
        assertThat(pull(GPT2).resolve("model.safetensors")).hasBinaryContent(weights);
        assertThat(server.asked).filteredOn(a -> a.method().equals("HEAD")).hasSize(5);
    }

    @Test
    void the_hub_s_wish_to_wait_is_respected() throws Exception {
        server.faults.status = 429;
        server.faults.headers = Map.of("Retry-After", "17");
        server.faults.statuses.set(2);
        pull(GPT2);
        assertThat(observer.pauses).containsExactly(Duration.ofSeconds(17), Duration.ofSeconds(17));
        observer.pauses.clear();
        server.faults.headers = Map.of("RateLimit", "\"api\";r=0;t=290");
        server.faults.statuses.set(100);
        assertFails(GPT2, "answers 429", "Wait 290 seconds", "HF_TOKEN raises the limit (no token was sent)");
        server.faults.headers = Map.of("Retry-After", "86400");
        server.faults.statuses.set(1);
        assertFails(GPT2, "Wait 86400 seconds");
    }

    @Test
    void a_hub_in_trouble_is_asked_again_after_longer_and_longer() throws Exception {
        server.faults.statuses.set(3);
        pull(GPT2);
        assertThat(observer.pauses)
                .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
        server.faults.statuses.set(100);
        assertFails(GPT2, "answers 503 for the list of files", "Pull again later", "HF_ENDPOINT");
    }

    @Test
    void no_hub_at_all_is_said_so() {
        HubSettings away = settings(Map.of("headstream.hub", "http://localhost:1"));
        assertThatThrownBy(() -> pull(GPT2, away))
                .isInstanceOf(TraceException.class)
                .hasMessageContaining("the hub at http://localhost:1 cannot be reached")
                .hasMessageContaining("HF_HUB_OFFLINE=1");
        assertThatThrownBy(() -> pull(GPT2, settings(Map.of("headstream.hub", "not an address"))))
                .hasMessageContaining("is HF_ENDPOINT right?");
    }

    @Test
    void what_is_not_there_is_named() {
        assertFails(
                HubId.parse("openai-community/gpt3").orElseThrow(),
                "'openai-community/gpt3' is gated or private, or its name is misspelt",
                "no token was sent");
        assertThatThrownBy(() -> pull(HubId.parse("a/b").orElseThrow(), settings(Map.of("HF_TOKEN", "hf_x"))))
                .hasMessageContaining("there is no model 'a/b' at " + server.url());
        assertFails(HubId.parse("openai-community/gpt2@v2").orElseThrow(), "has no revision 'v2'");
    }

    @Test
    void a_repository_of_pickles_is_refused_with_the_way_to_convert_it() {
        server.repositories.put(
                "a/pickled",
                HubRepository.of("a/pickled", COMMIT)
                        .with("config.json", CONFIG)
                        .with("pytorch_model.bin", bytes(2000, 1)));
        assertFails(
                HubId.parse("a/pickled").orElseThrow(),
                "of weights it has pytorch_model.bin",
                "'a/pickled@refs/pr/N'",
                "save_pretrained(folder, safe_serialization=True)");
        assertThat(server.bodies()).isEmpty();
    }

    @Test
    void a_pull_request_is_a_revision() throws Exception {
        Path snapshot = pull(HubId.parse("openai-community/gpt2@refs/pr/3").orElseThrow());
        assertThat(cache().resolve("models--openai-community--gpt2/refs/refs/pr/3"))
                .hasContent(COMMIT);
        assertThat(snapshots()
                        .find(HubId.parse("openai-community/gpt2@refs/pr/3").orElseThrow()))
                .hasValue(snapshot);
        assertThat(snapshots().find(HubId.parse("openai-community/gpt2@607a30d").orElseThrow()))
                .hasValue(snapshot);
    }

    @Test
    void split_weights_come_with_all_their_parts() throws Exception {
        HubRepository split = HubRepository.of("a/split", COMMIT)
                .with("config.json", CONFIG)
                .with(
                        "model.safetensors.index.json",
                        "{\"weight_map\": {\"a\": \"model-00001-of-00002.safetensors\", \"b\": \"model-00002-of-00002.safetensors\"}}")
                .with("model-00001-of-00002.safetensors", bytes(2000, 1))
                .with("model-00002-of-00002.safetensors", bytes(3000, 2))
                .with("consolidated.safetensors", bytes(5000, 3));
        server.repositories.put("a/split", split);
        HubId id = HubId.parse("a/split").orElseThrow();
        Path snapshot = pull(id);
        assertThat(names(snapshot))
                .containsExactly(
                        "config.json",
                        "model-00001-of-00002.safetensors",
                        "model-00002-of-00002.safetensors",
                        "model.safetensors.index.json");
        Files.delete(snapshot.resolve("model-00002-of-00002.safetensors"));
        assertThat(snapshots().models()).isEmpty();
        split.files().remove("model-00002-of-00002.safetensors");
        assertFails(id, "names 'model-00002-of-00002.safetensors', which the repository does not have");
    }

    @Test
    void names_that_lead_out_of_the_folder_are_refused() {
        for (String path : List.of("../../evil", "/etc/passwd", "a/../../b", "..\\evil", "C:/evil", "a//b")) {
            server.repositories.put(
                    "a/evil",
                    HubRepository.of("a/evil", COMMIT)
                            .with("config.json", CONFIG)
                            .with("model.safetensors", "x")
                            .with(path, "x"));
            assertFails(HubId.parse("a/evil").orElseThrow(), "leads out of the model's folder; nothing was written");
        }
        server.repositories.put(
                "a/evil",
                HubRepository.of("a/evil", COMMIT)
                        .with("config.json", CONFIG)
                        .with("model.safetensors.index.json", "{\"weight_map\": {\"a\": \"../../evil.safetensors\"}}"));
        assertFails(HubId.parse("a/evil").orElseThrow(), "which is not a safetensors file of its folder");
    }

    @Test
    void offline_takes_what_is_there_and_says_what_is_not() throws Exception {
        HubSettings offline = settings(Map.of("HF_HUB_OFFLINE", "1"));
        assertThatThrownBy(() -> pull(GPT2, offline)).hasMessageContaining("HF_HUB_OFFLINE keeps from pulling it");
        Path snapshot = pull(GPT2);
        server.asked.clear();
        assertThat(pull(GPT2, offline)).isEqualTo(snapshot);
        assertThat(server.asked).isEmpty();
    }

    @Test
    void without_symlinks_the_files_themselves_are_in_the_snapshot() throws Exception {
        HubSettings plain = settings(Map.of("HF_HUB_DISABLE_SYMLINKS", "1"));
        Path snapshot = pull(GPT2, plain);
        assertThat(snapshot.resolve("model.safetensors")).isRegularFile().hasBinaryContent(weights);
        assertThat(Files.isSymbolicLink(snapshot.resolve("model.safetensors"))).isFalse();
        server.asked.clear();
        pull(GPT2, plain);
        assertThat(server.bodies()).isEmpty();
    }

    @Test
    void a_full_disk_names_the_folder_and_what_is_needed() throws Exception {
        Files.createDirectories(partial().getParent());
        Files.createSymbolicLink(partial(), Path.of("/dev/full"));
        assertFails(
                GPT2,
                "'" + partial().getParent() + "' cannot be written to: No space left on device",
                "2 MiB more are needed",
                "set HF_HOME");
    }

    @Test
    void an_interrupt_in_the_middle_of_a_body_counts_at_once() throws Exception {
        server.faults.pauseMillis = 60_000;
        AtomicReference<Throwable> end = new AtomicReference<>();
        CountDownLatch half = new CountDownLatch(1);
        observer.onBytes = done -> {
            if (done >= 1_500_000) {
                half.countDown();
            }
        };
        Thread thread = new Thread(() -> {
            try {
                pull(GPT2);
            } catch (Exception e) {
                end.set(e);
            }
        });
        thread.start();
        assertThat(half.await(20, TimeUnit.SECONDS)).isTrue();
        thread.interrupt();
        thread.join(5_000);
        assertThat(end.get()).isInstanceOf(InterruptedException.class);
        assertThat(partial()).hasSize(1_500_000);
    }

    @Test
    void two_pulls_at_once_fetch_each_file_once() throws Exception {
        server.faults.pauseMillis = 300;
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            threads.add(new Thread(() -> {
                try {
                    new HubPuller(settings(Map.of()), snapshots()).pull(GPT2, new Observer());
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(snapshots().models()).containsKey("openai-community/gpt2");
        assertThat(server.bodies()).filteredOn(HubServer.Asked::cdn).hasSize(1);
    }

    @Test
    void a_new_commit_of_main_is_a_second_snapshot() throws Exception {
        Path first = pull(GPT2);
        String next = "1111111783dfa663caf39e06633721c8d4cfcd7e";
        server.repositories.compute(
                GPT2.repository(), (name, r) -> new HubRepository(name, next, r.files(), r.token(), r.movedTo())
                        .with("vocab.json", "new"));
        server.asked.clear();
        Path second = pull(GPT2);
        assertThat(server.bodies()).hasSize(1);
        assertThat(snapshots().models())
                .isEqualTo(Map.of("openai-community/gpt2", second, "openai-community/gpt2@607a30d", first));
    }

    private void assertFails(HubId id, String... parts) {
        assertThatThrownBy(() -> pull(id)).isInstanceOf(TraceException.class).hasMessageContainingAll(parts);
    }

    private Path pull(HubId id) throws InterruptedException {
        return pull(id, settings(Map.of()));
    }

    private Path pull(HubId id, HubSettings settings) throws InterruptedException {
        return new HubPuller(settings, new HubSnapshots(settings)).pull(id, observer);
    }

    private HubSnapshots snapshots() {
        return new HubSnapshots(settings(Map.of()));
    }

    private HubSettings settings(Map<String, String> more) {
        Map<String, String> variables = new java.util.HashMap<>(Map.of("HF_ENDPOINT", server.url() + "/"));
        variables.putAll(more);
        return HubSettings.read(name -> Optional.ofNullable(variables.get(name)), home);
    }

    private Path cache() {
        return home.resolve(".cache/huggingface/hub");
    }

    private Path partial() {
        return cache().resolve("models--openai-community--gpt2/blobs/" + HubRepository.sha256(weights)
                + ".headstream.incomplete");
    }

    private static List<String> names(Path folder) throws Exception {
        try (var files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    private static byte[] bytes(int length, int seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    /** Remembers what it is told, and does not really wait. */
    private static final class Observer implements PullObserver {
        private final List<Long> dones = new ArrayList<>();
        private final List<Duration> pauses = new ArrayList<>();
        private long total;
        private long missing;
        private boolean giveUp;
        private java.util.function.LongConsumer onBytes = done -> {};

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
