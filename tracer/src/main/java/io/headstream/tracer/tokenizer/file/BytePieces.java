package io.headstream.tracer.tokenizer.file;

import com.fasterxml.jackson.databind.JsonNode;
import io.headstream.schema.TokenSpelling;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * The tokens of a tokenizer.json that are bytes of a character rather than characters. The tokenizers library decodes each of them alone
 * to the replacement character, and so does not tell them apart.
 *
 * @param byId how they are written ({@link TokenSpelling}), by id
 */
public record BytePieces(Map<Integer, String> byId) {
    // SentencePiece's byte fallback
    private static final Pattern BYTE = Pattern.compile("<0x[0-9A-F]{2}>");

    public static BytePieces of(TokenizerJson json) {
        Map<Integer, String> byId = new HashMap<>();
        JsonNode parts = json.parts();
        boolean byteLevel =
                mentions(parts.path("decoder"), "ByteLevel") || mentions(parts.path("pre_tokenizer"), "ByteLevel");
        Map<Character, Byte> alphabet = byteLevel ? alphabet() : Map.of();
        json.vocabulary().forEach((id, piece) -> add(id, piece, alphabet, byId));
        parts.path("added_tokens").forEach(added -> byId.remove(added.path("id").asInt()));
        return new BytePieces(byId);
    }

    /** A token's bytes as they are written; none where it is characters. */
    public Optional<String> text(int id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The token of bytes that are written so. */
    public OptionalInt id(String spelling) {
        return byId.entrySet().stream()
                .filter(entry -> entry.getValue().equals(spelling))
                .mapToInt(Map.Entry::getKey)
                .min();
    }

    private static boolean mentions(JsonNode node, String type) {
        return node.path("type").asText().equals(type)
                || node.findValuesAsText("type").contains(type);
    }

    private static void add(int id, String piece, Map<Character, Byte> alphabet, Map<Integer, String> byId) {
        if (BYTE.matcher(piece).matches()) {
            if (Integer.parseInt(piece.substring(3, 5), 16) >= 0x80) {
                byId.put(id, piece);
            }
            return;
        }
        ByteBuffer bytes = ByteBuffer.allocate(piece.length());
        for (char c : piece.toCharArray()) {
            Byte b = alphabet.get(c);
            if (b == null) {
                return; // characters, not bytes
            }
            bytes.put(b);
        }
        if (!isText(bytes.flip())) {
            byId.put(id, TokenSpelling.ofBytes(Arrays.copyOf(bytes.array(), piece.length())));
        }
    }

    private static boolean isText(ByteBuffer bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate());
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** GPT-2's printable stand-ins for the 256 bytes (Radford et al. 2019; bytes_to_unicode in its encoder). */
    private static Map<Character, Byte> alphabet() {
        Map<Character, Byte> alphabet = new HashMap<>();
        int next = 256;
        for (int b = 0; b < 256; b++) {
            boolean printable = (b >= '!' && b <= '~') || (b >= 0xA1 && b <= 0xAC) || (b >= 0xAE);
            alphabet.put((char) (printable ? b : next++), (byte) b);
        }
        return alphabet;
    }
}
