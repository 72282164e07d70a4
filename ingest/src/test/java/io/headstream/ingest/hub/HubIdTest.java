package io.headstream.ingest.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubIdTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "gpt2",
                "openai-community/gpt2",
                "HuggingFaceTB/SmolLM2-135M",
                "a/b.c_d-e",
                "a/b@v1.0",
                "a/b@refs/pr/12",
                "a/b@607a30d783dfa663caf39e06633721c8d4cfcd7e"
            })
    void what_the_hub_takes_is_an_id(String text) {
        assertThat(HubId.parse(text).map(HubId::toString)).hasValue(text);
    }

    @Test
    void main_is_the_revision_of_those_who_name_none() {
        assertThat(HubId.parse("a/b")).hasValue(new HubId("a/b", "main"));
        assertThat(HubId.parse("a/b@main").map(HubId::toString)).hasValue("a/b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "../etc",
                "a/../b",
                "..",
                "a/..",
                "/a/b",
                "a/b/c",
                "a/b/",
                "./a",
                "a\\b",
                "a--b/c",
                "a..b",
                "a/b.git",
                "-a/b",
                "a/b.",
                "a/b@",
                "a/b@../x",
                "a/b@x/../y",
                "a/b@/x",
                "a/b@x..y",
                "a/b@x.lock",
                "a/b@x y",
                "a b",
                "a/b?x",
                "a/b%2f",
                "a/b\0",
                "http://a/b"
            })
    void anything_else_is_not(String text) {
        assertThat(HubId.parse(text)).isEmpty();
        assertThat(HubId.parse("a".repeat(97))).isEmpty();
    }
}
