package io.headstream.ingest.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The environment variables and their order are those of huggingface_hub's constants.py. */
class HubSettingsTest {
    @TempDir
    Path home;

    @Test
    void nothing_set_is_the_public_hub_and_the_user_s_cache() {
        HubSettings settings = settings(Map.of());
        assertThat(settings.endpoint()).isEqualTo("https://huggingface.co");
        assertThat(settings.cache()).isEqualTo(home.resolve(".cache/huggingface/hub"));
        assertThat(settings.token()).isEmpty();
        assertThat(settings.offline()).isFalse();
    }

    @Test
    void the_address_is_headstream_s_setting_then_hugging_face_s() {
        assertThat(settings(Map.of("HF_ENDPOINT", "https://mirror.example/hf//"))
                        .endpoint())
                .isEqualTo("https://mirror.example/hf");
        assertThat(settings(Map.of("HF_ENDPOINT", "https://a", "headstream.hub", "https://b"))
                        .endpoint())
                .isEqualTo("https://b");
    }

    @Test
    void the_cache_follows_each_of_its_variables() {
        assertThat(settings(Map.of("XDG_CACHE_HOME", "/xdg")).cache()).isEqualTo(Path.of("/xdg/huggingface/hub"));
        assertThat(settings(Map.of("XDG_CACHE_HOME", "/xdg", "HF_HOME", "~/hf")).cache())
                .isEqualTo(home.resolve("hf/hub"));
        assertThat(settings(Map.of("HF_HOME", "/hf", "HUGGINGFACE_HUB_CACHE", "/old"))
                        .cache())
                .isEqualTo(Path.of("/old"));
        assertThat(settings(Map.of("HUGGINGFACE_HUB_CACHE", "/old", "HF_HUB_CACHE", "/new"))
                        .cache())
                .isEqualTo(Path.of("/new"));
    }

    @Test
    void the_token_is_of_the_environment_then_of_the_login() throws Exception {
        Path login =
                Files.writeString(Files.createDirectories(home.resolve("hf")).resolve("token"), "hf_login\n");
        HubSettings loggedIn = settings(Map.of("HF_HOME", "~/hf"));
        assertThat(loggedIn.token()).hasValue("hf_login");
        assertThat(settings(Map.of("HF_TOKEN_PATH", login.toString())).token()).hasValue("hf_login");
        assertThat(settings(Map.of("HF_HOME", "~/hf", "HUGGING_FACE_HUB_TOKEN", "hf_old"))
                        .token())
                .hasValue("hf_old");
        HubSettings set = settings(Map.of("HF_TOKEN", " hf_new ", "HUGGING_FACE_HUB_TOKEN", "hf_old"));
        assertThat(set.token()).hasValue("hf_new");
        assertThat(set.toString()).doesNotContain("hf_new");
        Files.delete(login);
        assertThat(loggedIn.token()).isEmpty();
    }

    @Test
    void offline_is_said_as_hugging_face_says_it() {
        assertThat(settings(Map.of("HF_HUB_OFFLINE", "1")).offline()).isTrue();
        assertThat(settings(Map.of("HF_HUB_OFFLINE", "yes")).offline()).isTrue();
        assertThat(settings(Map.of("TRANSFORMERS_OFFLINE", "true")).offline()).isTrue();
        assertThat(settings(Map.of("HF_HUB_OFFLINE", "0")).offline()).isFalse();
    }

    private HubSettings settings(Map<String, String> variables) {
        return HubSettings.read(name -> Optional.ofNullable(variables.get(name)), home);
    }
}
