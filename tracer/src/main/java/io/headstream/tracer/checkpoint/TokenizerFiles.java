package io.headstream.tracer.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of a folder that make its tokenizer. */
public final class TokenizerFiles {
    public static final String WHOLE = "tokenizer.json";
    public static final String VOCABULARY = "vocab.json";
    public static final String MERGES = "merges.txt";
    public static final String CONFIG = "tokenizer_config.json";
    public static final String SPECIAL = "special_tokens_map.json";
    public static final String ADDED = "added_tokens.json";

    private static final long MOST = 32 << 20;
    private static final List<String> UNREAD = List.of("tokenizer.model", "spiece.model", "tekken.json", VOCABULARY);

    private TokenizerFiles() {}

    /** Those that are read: tokenizer.json, else vocab.json with merges.txt and what goes with them; none where a folder has neither. */
    public static List<String> of(Path folder) {
        if (Files.isRegularFile(folder.resolve(WHOLE))) {
            return List.of(WHOLE);
        }
        List<String> old = new ArrayList<>(List.of(VOCABULARY, MERGES));
        if (!old.stream().allMatch(name -> Files.isRegularFile(folder.resolve(name)))) {
            return List.of();
        }
        Stream.of(ADDED, SPECIAL, CONFIG)
                .filter(name -> Files.isRegularFile(folder.resolve(name)))
                .forEach(old::add);
        return old;
    }

    /** A tokenizer that is there in a form that is not read, where no other is. */
    public static Optional<String> unread(Path folder) {
        return of(folder).isEmpty()
                ? UNREAD.stream()
                        .filter(name -> Files.isRegularFile(folder.resolve(name)))
                        .findFirst()
                : Optional.empty();
    }

    /** A special token, such as bos_token, that the folder's tokenizer_config.json or special_tokens_map.json names. */
    public static Optional<String> token(Path folder, String name) {
        return Stream.of(CONFIG, SPECIAL)
                .map(file -> json(folder.resolve(file)).path(name))
                .map(token -> token.isObject() ? token.path("content") : token)
                .filter(token -> token.isTextual() && !token.textValue().isEmpty())
                .map(JsonNode::textValue)
                .findFirst();
    }

    /** A small file of JSON; missing where there is none that can be read. */
    public static JsonNode json(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= MOST
                    ? Optional.ofNullable(new ObjectMapper().readTree(file.toFile()))
                            .orElseGet(MissingNode::getInstance)
                    : MissingNode.getInstance();
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    /** The folder that a file is in. */
    public static Path folder(Path file) {
        return Objects.requireNonNullElse(file.toAbsolutePath().getParent(), file);
    }

    /** What changes when one of them does. */
    public static String stamp(Path folder) {
        return of(folder).stream().map(name -> stamp(folder, name)).collect(Collectors.joining(" "));
    }

    /** What changes when one file of a folder does. */
    public static String stamp(Path folder, String name) {
        try {
            Path file = folder.resolve(name);
            return name + " " + Files.getLastModifiedTime(file) + " " + Files.size(file);
        } catch (IOException e) {
            return name;
        }
    }
}
