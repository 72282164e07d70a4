package io.headstream.ingest.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import io.headstream.access.text.WholeCharacters;
import java.io.IOException;

/** Texts that are made of whole characters: half of a pair of surrogates can be neither encoded nor stored. */
final class SoundText extends StringDeserializer {
    private static final long serialVersionUID = 1;

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = super.deserialize(parser, context);
        if (!WholeCharacters.make(text)) {
            throw context.weirdStringException(text, String.class, "half a character");
        }
        return text;
    }
}
