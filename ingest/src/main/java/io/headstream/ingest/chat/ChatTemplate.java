package io.headstream.ingest.chat;

import com.fasterxml.jackson.databind.JsonNode;
import io.headstream.ingest.jinja.Template;
import io.headstream.ingest.jinja.value.JinjaException;
import io.headstream.tracer.checkpoint.Provenance;
import io.headstream.tracer.checkpoint.TokenizerFiles;
import io.headstream.tracer.error.TraceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;

/**
 * A model's chat template, as transformers keeps it: chat_template.jinja, else {@code chat_template} in tokenizer_config.json, a text or a list of named ones.
 *
 * @param model the model's name, for messages
 * @param text in Jinja's language
 * @param tokens special tokens by the names that templates call them
 */
public record ChatTemplate(String model, String text, Map<String, String> tokens) {
    private static final String FILE = "chat_template.jinja";
    private static final String FIELD = "chat_template";
    private static final List<String> TOKENS = List.of("bos_token", "eos_token", "unk_token", "pad_token");
    private static final long MOST = 1 << 20;
    private static final int MOST_MESSAGES = 1_000;
    private static final Map<String, Boolean> SEEN = new ConcurrentHashMap<>();
    private static final int MOST_SEEN = 1_000;

    /** @throws TraceException where the folder has none */
    public static ChatTemplate of(Path folder) {
        String model = Provenance.of(folder).name();
        String text = textOf(folder)
                .orElseThrow(() -> new TraceException("model '" + model
                        + "' has no chat template (chat_template in tokenizer_config.json, or chat_template.jinja), so it says of no chat how"
                        + " it reads one; put one there, or give the whole text as a prompt"));
        if (text.length() > MOST) {
            throw new TraceException("the chat template of model '" + model + "' has " + text.length()
                    + " characters; it may have " + MOST + ". Give the whole text as a prompt");
        }
        Map<String, String> tokens = new LinkedHashMap<>();
        TOKENS.forEach(name -> TokenizerFiles.token(folder, name).ifPresent(token -> tokens.put(name, token)));
        return new ChatTemplate(model, text, tokens);
    }

    /** Whether a model's folder has one; a list of models asks that of all of them, so it is looked up anew only where a file has changed. */
    public static boolean isIn(Path folder) {
        String files = folder + " " + TokenizerFiles.stamp(folder, FILE) + " "
                + TokenizerFiles.stamp(folder, TokenizerFiles.CONFIG);
        if (SEEN.size() > MOST_SEEN) {
            SEEN.clear();
        }
        return SEEN.computeIfAbsent(files, f -> has(folder));
    }

    private static boolean has(Path folder) {
        try {
            return textOf(folder).isPresent();
        } catch (TraceException e) {
            return false;
        }
    }

    private static Optional<String> textOf(Path folder) {
        return file(folder.resolve(FILE))
                .or(() -> named(TokenizerFiles.json(folder.resolve(TokenizerFiles.CONFIG))
                        .path(FIELD)));
    }

    private static Optional<String> file(Path file) {
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new TraceException("'" + file + "' cannot be read: " + e.getMessage(), e);
        }
    }

    // of several the one that is called default
    private static Optional<String> named(JsonNode template) {
        return template.isArray()
                ? StreamSupport.stream(template.spliterator(), false)
                        .filter(one -> one.path("name").asText().equals("default"))
                        .map(one -> one.path("template"))
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::asText)
                        .findFirst()
                : Optional.of(template).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    /**
     * The text that the model reads, up to where the assistant is to speak; where the assistant spoke last the model is to speak after that.
     *
     * @throws TraceException where messages are not as they should be, the template refuses them, or it is not run to its end
     */
    public String render(List<ChatMessage> messages) {
        if (messages.isEmpty() || messages.size() > MOST_MESSAGES) {
            throw new TraceException("messages holds " + messages.size() + "; give 1 to " + MOST_MESSAGES);
        }
        for (int i = 0; i < messages.size(); i++) {
            ChatMessage message = messages.get(i);
            if (message == null || message.role() == null || message.role().isBlank() || message.content() == null) {
                throw new TraceException("messages[" + i
                        + "] lacks a role or a content; give {\"role\": \"user\", \"content\": \"...\"}");
            }
        }
        List<Map<String, Object>> turns = messages.stream()
                .map(message -> {
                    Map<String, Object> turn = new LinkedHashMap<>();
                    turn.put("role", Objects.requireNonNull(message.role()));
                    turn.put("content", Objects.requireNonNull(message.content()));
                    return turn;
                })
                .toList();
        Map<String, Object> names = new LinkedHashMap<>(tokens);
        names.put("messages", turns);
        names.put("add_generation_prompt", true);
        try {
            return Template.of(text).run(names);
        } catch (JinjaException.Raised e) {
            throw refused("refuses these messages: " + e.getMessage(), e);
        } catch (JinjaException e) {
            throw refused("cannot be run here: " + e.getMessage(), e);
        }
    }

    private TraceException refused(String why, JinjaException cause) {
        return new TraceException(
                "the chat template of model '" + model + "' " + why
                        + ". Change the messages, or give the whole text as a prompt",
                cause);
    }
}
