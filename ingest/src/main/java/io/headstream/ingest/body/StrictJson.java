package io.headstream.ingest.body;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Reads records from JSON and takes nothing for what it is not: no 1.5 for 1, no "3" for 3, no half of a character, no member that the record has not. */
final class StrictJson {
    private static final int DEEPEST = 20;
    // a value each; a list of that many numbers is no prompt
    private static final int MOST_VALUES = 300_000;
    private static final JsonMapper MAPPER = mapper();

    private StrictJson() {}

    private static JsonMapper mapper() {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxTokenCount(MOST_VALUES)
                        .build())
                .build();
        JsonMapper mapper = JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(LogicalType.Textual, texts -> {
                    for (CoercionInputShape shape :
                            List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)) {
                        texts.setCoercion(shape, CoercionAction.Fail);
                    }
                })
                .addModule(new SimpleModule().addDeserializer(String.class, new SoundText()))
                .build();
        mapper.configOverride(List.class).setSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
        return mapper;
    }

    /**
     * A record; none where the body is empty.
     *
     * @throws BodyException naming the member that is wrong, and what it takes
     */
    static <T> Optional<T> read(InputStream body, Class<T> type) throws IOException {
        Members members = Members.of(type);
        // open until what is wrong is told: it says what stands there
        try (JsonParser parser = MAPPER.createParser(body)) {
            return read(parser, type, members);
        }
    }

    private static <T> Optional<T> read(JsonParser parser, Class<T> type, Members members) throws IOException {
        try {
            if (parser.nextToken() == null) {
                return Optional.empty();
            }
            if (parser.currentToken() == JsonToken.VALUE_NULL) {
                throw BodyException.of(members.body("null"));
            }
            return Optional.of(MAPPER.readerFor(type).<T>readValue(parser));
        } catch (JsonProcessingException e) {
            throw BodyException.of(Wrong.of(e, members));
        }
    }
}
