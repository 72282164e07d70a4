package io.headstream.ingest.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Texts that are made of whole characters: half of a pair of surrogates can be neither encoded nor stored. */
final class SoundText extends StringDeserializer {
    private static final long serialVersionUID = 1;

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = super.deserialize(parser, context);
        if (!isSound(text)) {
            throw context.weirdStringException(text, String.class, "half a character");
        }
        return text;
    }

    static boolean isSound(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
