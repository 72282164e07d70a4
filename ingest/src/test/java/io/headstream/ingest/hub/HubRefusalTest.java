package io.headstream.ingest.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headstream.tracer.error.TraceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a hub, a network and a disk can do to a pull, and what is said of it. */
class HubRefusalTest {
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
    void a_hub_without_ranges_that_always_breaks_off_is_given_up() {
        hub.server.faults.withoutRanges = true;
        hub.server.faults.cuts.set(1000);
        hub.assertFails(PullFixture.GPT2, "cannot be reached for model.safetensors", "it broke off", "HF_ENDPOINT");
        assertThat(hub.server.bodies()).hasSizeLessThan(20);
    }

    @Test
    void wrong_bytes_are_refused_and_deleted() {
        hub.server.faults.wrongBytes = true;
        hub.assertFails(
                PullFixture.GPT2,
                "model.safetensors of 'openai-community/gpt2' came with other bytes",
                "it was deleted");
        assertThat(hub.partial()).doesNotExist();
        assertThat(hub.snapshots().models()).isEmpty();
        assertThat(hub.cache().resolve("models--openai-community--gpt2/refs/main"))
                .doesNotExist();
    }

    @Test
    void a_file_that_changes_between_a_cut_and_its_resume_is_refused() {
        hub.server.faults.cuts.set(1);
        hub.server.faults.afterCut = () -> hub.server
                .repositories
                .get(PullFixture.GPT2.repository())
                .with("model.safetensors", PullFixture.bytes(3_000_000, 7));
        hub.assertFails(
                PullFixture.GPT2,
                "model.safetensors of 'openai-community/gpt2' changed on the hub while it was pulled");
    }

    @Test
    void the_token_goes_to_the_hub_and_nowhere_else() throws Exception {
        hub.server.repositories.compute(
                PullFixture.GPT2.repository(), (name, repository) -> repository.gated("hf_secret"));
        assertThatThrownBy(() -> hub.pull(PullFixture.GPT2))
                .isInstanceOf(TraceException.class)
                .hasMessageContaining("is gated (the hub answers 401)")
                .hasMessageContaining("accept its terms if it has any, and set HF_TOKEN")
                .hasMessageContaining("no token was sent");
        assertThatThrownBy(() -> hub.pull(PullFixture.GPT2, hub.settings(Map.of("HF_TOKEN", "hf_wrong"))))
                .hasMessageContaining("the hub answers 403")
                .hasMessageContaining("a token was sent")
                .hasMessageNotContaining("hf_wrong");
        hub.server.asked.clear();
        hub.pull(PullFixture.GPT2, hub.settings(Map.of("HF_TOKEN", "hf_secret")));
        assertThat(hub.server.asked).filteredOn(HubServer.Asked::cdn).hasSize(1).allMatch(a -> a.authorization()
                .isEmpty());
        assertThat(hub.server.asked).filteredOn(a -> !a.cdn()).allMatch(a -> a.authorization()
                .equals(Optional.of("Bearer hf_secret")));
    }

    @Test
    void the_hub_s_wish_to_wait_is_respected() throws Exception {
        hub.server.faults.status = 429;
        hub.server.faults.headers = Map.of("Retry-After", "17");
        hub.server.faults.statuses.set(2);
        hub.pull(PullFixture.GPT2);
        assertThat(hub.observer.pauses).containsExactly(Duration.ofSeconds(17), Duration.ofSeconds(17));
        hub.observer.pauses.clear();
        hub.server.faults.headers = Map.of("RateLimit", "\"api\";r=0;t=290");
        hub.server.faults.statuses.set(100);
        hub.assertFails(
                PullFixture.GPT2, "answers 429", "Wait 290 seconds", "HF_TOKEN raises the limit (no token was sent)");
        hub.server.faults.headers = Map.of("Retry-After", "86400");
        hub.server.faults.statuses.set(1);
        hub.assertFails(PullFixture.GPT2, "Wait 86400 seconds");
    }

    @Test
    void a_hub_in_trouble_is_asked_again_after_longer_and_longer() throws Exception {
        hub.server.faults.statuses.set(3);
        hub.pull(PullFixture.GPT2);
        assertThat(hub.observer.pauses)
                .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
        hub.server.faults.statuses.set(100);
        hub.assertFails(PullFixture.GPT2, "answers 503 for the list of files", "Pull again later", "HF_ENDPOINT");
    }

    @Test
    void no_hub_at_all_is_said_so() {
        HubSettings away = hub.settings(Map.of("headstream.hub", "http://localhost:1"));
        assertThatThrownBy(() -> hub.pull(PullFixture.GPT2, away))
                .isInstanceOf(TraceException.class)
                .hasMessageContaining("the hub at http://localhost:1 cannot be reached")
                .hasMessageContaining("HF_HUB_OFFLINE=1");
        assertThatThrownBy(() -> hub.pull(PullFixture.GPT2, hub.settings(Map.of("headstream.hub", "not an address"))))
                .hasMessageContaining("is HF_ENDPOINT right?");
    }

    @Test
    void what_is_not_there_is_named() {
        hub.assertFails(
                HubId.parse("openai-community/gpt3").orElseThrow(),
                "'openai-community/gpt3' is gated or private, or its name is misspelt",
                "no token was sent");
        assertThatThrownBy(() -> hub.pull(HubId.parse("a/b").orElseThrow(), hub.settings(Map.of("HF_TOKEN", "hf_x"))))
                .hasMessageContaining("there is no model 'a/b' at " + hub.server.url());
        hub.assertFails(HubId.parse("openai-community/gpt2@v2").orElseThrow(), "has no revision 'v2'");
    }

    @Test
    void a_repository_of_pickles_is_refused_with_the_way_to_convert_it() {
        hub.server.repositories.put(
                "a/pickled",
                HubRepository.of("a/pickled", PullFixture.COMMIT)
                        .with("config.json", PullFixture.CONFIG)
                        .with("pytorch_model.bin", PullFixture.bytes(2000, 1)));
        hub.assertFails(
                HubId.parse("a/pickled").orElseThrow(),
                "of weights it has pytorch_model.bin",
                "'a/pickled@refs/pr/N'",
                "save_pretrained(folder, safe_serialization=True)");
        assertThat(hub.server.bodies()).isEmpty();
    }

    @Test
    void an_adapter_is_named_with_its_base_model_before_anything_else_is_brought() {
        hub.server.repositories.put(
                "a/lora",
                HubRepository.of("a/lora", PullFixture.COMMIT)
                        .with(
                                "adapter_config.json",
                                "{\"peft_type\": \"LORA\", \"base_model_name_or_path\": \"org/base\"}")
                        .with("adapter_model.safetensors", PullFixture.bytes(2000, 1)));
        hub.assertFails(
                HubId.parse("a/lora").orElseThrow(),
                "'a/lora' is an adapter (LORA) of 'org/base', not a model",
                "merge_and_unload()");
        assertThat(hub.server.bodies()).hasSize(1);
    }

    @Test
    void names_that_lead_out_of_the_folder_are_refused() {
        for (String path : List.of("../../evil", "/etc/passwd", "a/../../b", "..\\evil", "C:/evil", "a//b")) {
            hub.server.repositories.put(
                    "a/evil",
                    HubRepository.of("a/evil", PullFixture.COMMIT)
                            .with("config.json", PullFixture.CONFIG)
                            .with("model.safetensors", "x")
                            .with(path, "x"));
            hub.assertFails(
                    HubId.parse("a/evil").orElseThrow(), "leads out of the model's folder; nothing was written");
        }
        hub.server.repositories.put(
                "a/evil",
                HubRepository.of("a/evil", PullFixture.COMMIT)
                        .with("config.json", PullFixture.CONFIG)
                        .with("model.safetensors.index.json", "{\"weight_map\": {\"a\": \"../../evil.safetensors\"}}"));
        hub.assertFails(HubId.parse("a/evil").orElseThrow(), "which is not a safetensors file of its folder");
    }

    @Test
    void offline_takes_what_is_there_and_says_what_is_not() throws Exception {
        HubSettings offline = hub.settings(Map.of("HF_HUB_OFFLINE", "1"));
        assertThatThrownBy(() -> hub.pull(PullFixture.GPT2, offline))
                .hasMessageContaining("HF_HUB_OFFLINE keeps from pulling it");
        Path snapshot = hub.pull(PullFixture.GPT2);
        hub.server.asked.clear();
        assertThat(hub.pull(PullFixture.GPT2, offline)).isEqualTo(snapshot);
        assertThat(hub.server.asked).isEmpty();
    }

    @Test
    void a_full_disk_names_the_folder_and_what_is_needed() throws Exception {
        Files.createDirectories(hub.partial().getParent());
        Files.createSymbolicLink(hub.partial(), Path.of("/dev/full"));
        hub.assertFails(
                PullFixture.GPT2,
                "'" + hub.partial().getParent() + "' cannot be written to: No space left on device",
                "2 MiB more are needed",
                "set HF_HOME");
    }
}
