package io.headstream.tracer.tokenizer.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headstream.tracer.error.TokenizerRefusal;
import io.headstream.tracer.tokenizer.process.LastWords;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A tokenizer.json as far as it must be known here. Its vocabulary and merges are read as they come, so that a large file, or one made to be
 * large, takes little memory.
 *
 * @param parts everything but the model's vocabulary and merges
 * @param vocabulary the model's pieces by id
 * @param plain whether the vocabulary is texts with ids from 0, each once, as BPE has it
 */
public record TokenizerJson(JsonNode parts, Map<Integer, String> vocabulary, boolean plain) {
    private static final int DEEPEST = 64;
    private static final int MOST_PIECES = 1_000_000;
    private static final int MOST_OTHERS = 1_000_000;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION) // the library might take the other of two
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();
    private static final ObjectMapper MAPPER = new ObjectMapper(FACTORY);

    /** @throws TokenizerRefusal if it is no JSON, or larger than any tokenizer */
    public static TokenizerJson read(byte[] file) {
        try (JsonParser parser = FACTORY.createParser(file)) {
            TokenizerJson json = new Reading(parser).document();
            if (parser.nextToken() != null) {
                throw TokenizerRefusal.of("there is more behind its end");
            }
            return json;
        } catch (JsonProcessingException e) {
            throw TokenizerRefusal.of("it is no JSON that can be read: " + LastWords.printable(e.getOriginalMessage()));
        } catch (IOException e) {
            throw TokenizerRefusal.of("it is no JSON that can be read");
        }
    }

    /** Characters of the longest piece, added tokens among them. */
    public int longestPiece() {
        int longest =
                vocabulary.values().stream().mapToInt(String::length).max().orElse(0);
        for (JsonNode added : parts.path("added_tokens")) {
            longest = Math.max(longest, added.path("content").asText().length());
        }
        return longest;
    }

    /** Ids of the special tokens: those that the file says stand for no text. */
    public Set<Integer> special() {
        Set<Integer> special = new HashSet<>();
        for (JsonNode added : parts.path("added_tokens")) {
            if (added.path("special").asBoolean()) {
                special.add(added.path("id").asInt());
            }
        }
        return Set.copyOf(special);
    }

    /** One more than the largest id. */
    public int ids() {
        int most =
                vocabulary.keySet().stream().mapToInt(Integer::intValue).max().orElse(-1);
        for (JsonNode added : parts.path("added_tokens")) {
            most = Math.max(most, added.path("id").asInt());
        }
        return most + 1;
    }

    private static final class Reading {
        private final JsonParser parser;
        private final JsonParser counted;
        private final Map<Integer, String> vocabulary = new HashMap<>();
        private boolean plain = true;

        Reading(JsonParser parser) {
            this.parser = parser;
            this.counted = new Counted(parser);
        }

        TokenizerJson document() throws IOException {
            ObjectNode parts = MAPPER.createObjectNode();
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw TokenizerRefusal.of("it is no JSON object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                boolean model = parser.nextToken() == JsonToken.START_OBJECT && name.equals("model");
                parts.set(name, model ? model() : MAPPER.readTree(counted));
            }
            return new TokenizerJson(parts, vocabulary, plain);
        }

        private JsonNode model() throws IOException {
            ObjectNode model = MAPPER.createObjectNode();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("vocab") && value == JsonToken.START_OBJECT) {
                    pieces();
                } else if (name.equals("vocab") && value == JsonToken.START_ARRAY) {
                    scoredPieces();
                } else if (name.equals("merges") && value == JsonToken.START_ARRAY) {
                    parser.skipChildren();
                } else {
                    model.set(name, MAPPER.readTree(counted));
                }
            }
            return model;
        }

        private void pieces() throws IOException {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String piece = parser.currentName();
                if (parser.nextToken() == JsonToken.VALUE_NUMBER_INT
                        && parser.getLongValue() >= 0
                        && parser.getLongValue() < MOST_PIECES) {
                    plain &= add(parser.getIntValue(), piece);
                } else {
                    plain = false;
                    parser.skipChildren();
                }
            }
        }

        // Unigram: pairs of piece and score
        private void scoredPieces() throws IOException {
            plain = false;
            int id = 0;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken() == JsonToken.START_ARRAY && parser.nextToken() == JsonToken.VALUE_STRING) {
                    add(id, parser.getText());
                }
                while (parser.currentToken() != JsonToken.END_ARRAY && parser.nextToken() != null) {
                    parser.skipChildren();
                }
                id++;
            }
        }

        private boolean add(int id, String piece) {
            if (vocabulary.size() == MOST_PIECES) {
                throw TokenizerRefusal.of("its vocabulary has more than " + MOST_PIECES + " pieces");
            }
            return vocabulary.put(id, piece) == null;
        }
    }

    /** Ends the reading of what is kept as a tree where that would be larger than any tokenizer's. */
    private static final class Counted extends JsonParserDelegate {
        private int count;

        Counted(JsonParser parser) {
            super(parser);
        }

        @Override
        public JsonToken nextToken() throws IOException {
            if (++count > MOST_OTHERS) {
                throw TokenizerRefusal.of("it has more parts than any tokenizer");
            }
            return super.nextToken();
        }
    }
}
