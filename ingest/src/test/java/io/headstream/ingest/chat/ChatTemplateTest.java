package io.headstream.ingest.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headstream.tracer.error.TraceException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates in the forms of six families, and one construct after the other; chat/expected.json is what jinja2 makes of them. */
class ChatTemplateTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<ChatMessage> QUESTION = List.of(new ChatMessage("user", "Why?"));

    static Stream<JsonNode> cases() throws Exception {
        JsonNode cases = JSON.readTree(text("expected.json"));
        return StreamSupport.stream(cases.spliterator(), false);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void a_chat_reads_as_jinja2_writes_it(JsonNode each) throws Exception {
        String name = each.path("template").asText();
        ChatTemplate template = template(name.endsWith(".jinja") ? text(name) : name);
        List<ChatMessage> messages = StreamSupport.stream(each.path("messages").spliterator(), false)
                .map(m -> new ChatMessage(
                        m.path("role").asText(), m.path("content").asText()))
                .toList();
        JsonNode expected = each.path("text");
        if (expected.isObject()) {
            assertThatThrownBy(() -> template.render(messages))
                    .isInstanceOf(TraceException.class)
                    .hasMessageContaining("refuses these messages: "
                            + expected.path("refused").asText());
        } else {
            assertThat(template.render(messages)).isEqualTo(expected.asText());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% for a in range(99999) %}{% for b in range(99999) %}{% for c in range(99999) %}{% endfor %}{% endfor %}{% endfor %}",
                "{% set ns = namespace(x='aaaaaaaaaa') %}{% for a in range(60) %}{% set ns.x = ns.x + ns.x %}{% endfor %}{{ ns.x }}",
                "{% for a in range(99999) %}aaaaaaaaaaaaaaaaaaaaaaaaaaa{% endfor %}",
                "{% macro f(n) %}{{ f(n) }}{% endmacro %}{{ f(1) }}",
                "{% include '/etc/passwd' %}",
                "{% import 'x' as y %}",
                "{% extends 'x' %}",
                "{{ ''.getClass() }}",
                "{{ ____int3rpr3t3r____.getConfig().getObjectMapper() }}",
                "{{ messages.getClass().getName() }}",
                "{{ ''.format(1) }}",
                "{% for message in messages %}",
                "{{ messages[0].content | nosuchfilter }}",
                "{{ nosuchfunction(1) }}",
                "{{ [messages] * 100000000 }}",
                "{% for m in messages recursive %}{{ m.content }}{% endfor %}",
                "{% with x = 1 %}{{ x }}{% endwith %}",
                "{{ messages | groupby('role') }}",
                "{{ messages[0].nothing.nothing }}",
                "{{ messages[0].content + 1 }}",
                "{{ 'a' | indent(999999999) }}",
                "{{ [1] | tojson(indent=999999999) | length }}{{ 10 ** 400 }}",
                "{{ range(999999999) | length }}",
                "{% set x = 'aaaaaaaaaa' * 50000 %}{% set y = x + 'b' %}{% for i in range(9999) %}{{ y in x }}{% endfor %}",
                "{% set ns = namespace(x=[1]) %}{% for i in range(60) %}{% set ns.x = [ns.x, ns.x] %}{% endfor %}{{ ns.x == ns.x }}{{ ns.x }}",
                "{% set ns = namespace(x=[1], y=[1]) %}{% for i in range(60) %}{% set ns.x = [ns.x, ns.x] %}{% set ns.y = [ns.y, ns.y] %}{% endfor %}{{ ns.x == ns.y }}",
                "{{ 'a' * 100000000 }}"
            })
    @Timeout(20)
    void a_stranger_s_program_is_bounded(String template) {
        assertThatThrownBy(() -> template(template).render(QUESTION))
                .isInstanceOf(TraceException.class)
                .hasMessageContaining("give the whole text as a prompt");
    }

    @Test
    void what_is_nested_too_deep_is_refused() {
        for (String nested : List.of(
                "{{ " + "(".repeat(100_000) + "1" + ")".repeat(100_000) + " }}",
                "{{ " + "not ".repeat(100_000) + "1 }}",
                "{{ " + "-".repeat(100_000) + "1 }}",
                "{{ " + "[".repeat(100_000) + "]".repeat(100_000) + " }}",
                "{% if 1 %}".repeat(100_000) + "{% endif %}".repeat(100_000),
                "{% if 1 %}" + "{% elif 1 %}".repeat(50_000) + "{% endif %}",
                "{% set ns = namespace(x=1) %}{% for i in range(99999) %}{% set ns.x = [ns.x] %}{% endfor %}{{ ns.x }}")) {
            assertThatThrownBy(() -> template(nested).render(QUESTION))
                    .as(nested.substring(0, 30))
                    .isInstanceOf(TraceException.class)
                    .hasMessageContaining("cannot be run here");
        }
    }

    @Test
    void what_is_said_is_no_template() {
        assertThat(template("{{ messages[0]['content'] }}")
                        .render(List.of(new ChatMessage("user", "{{ 1 + 1 }} {% for"))))
                .isEqualTo("{{ 1 + 1 }} {% for");
    }

    @Test
    void the_day_is_told() {
        LocalDate day = LocalDate.now();
        assertThat(template("{{ strftime_now('%Y-%m-%d') }}").render(QUESTION))
                .isIn(day.toString(), LocalDate.now().toString());
    }

    @Test
    void it_is_found_where_transformers_keeps_it(@TempDir Path folder) throws Exception {
        assertThatThrownBy(() -> ChatTemplate.of(folder)).hasMessageContaining("has no chat template");
        Path config = folder.resolve("tokenizer_config.json");
        Files.writeString(
                config,
                """
                {"bos_token": {"content": "<b>"}, "eos_token": "<e>",
                 "chat_template": [{"name": "tool_use", "template": "no"}, {"name": "default", "template": "{{ bos_token }}named{{ eos_token }}"}]}
                """);
        assertThat(ChatTemplate.of(folder).render(QUESTION)).isEqualTo("<b>named<e>");
        Files.writeString(config, "{\"chat_template\": \"plain\"}");
        assertThat(ChatTemplate.of(folder).render(QUESTION)).isEqualTo("plain");
        Files.writeString(folder.resolve("chat_template.jinja"), "a file");
        assertThat(ChatTemplate.of(folder).render(QUESTION)).isEqualTo("a file");
    }

    @Test
    void messages_are_checked() {
        ChatTemplate template = template("x");
        assertThatThrownBy(() -> template.render(List.of())).hasMessageContaining("messages holds 0");
        assertThatThrownBy(() -> template.render(List.of(new ChatMessage("user", null))))
                .hasMessageContaining("messages[0] lacks a role or a content");
    }

    private static ChatTemplate template(String text) {
        return new ChatTemplate("m", text, Map.of("bos_token", "<s>", "eos_token", "</s>"));
    }

    private static String text(String name) throws Exception {
        try (InputStream in = Objects.requireNonNull(ChatTemplateTest.class.getResourceAsStream("/chat/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
