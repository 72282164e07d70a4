package io.headstream.api.server;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.headstream.access.text.Nearest;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A member of a body that nothing takes is a slip of the pen, not to be passed over. Of this module's own bodies alone: others read others' JSON. */
@Singleton
public class UnknownMembers implements ObjectMapperCustomizer {
    private static final String OWN = "io.headstream.api.";

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.addHandler(new DeserializationProblemHandler() {
            @Override
            public boolean handleUnknownProperty(
                    DeserializationContext context,
                    JsonParser parser,
                    @Nullable JsonDeserializer<?> deserializer,
                    Object beanOrClass,
                    String name)
                    throws UnrecognizedPropertyException {
                Class<?> type = beanOrClass instanceof Class<?> bean ? bean : beanOrClass.getClass();
                if (!type.getName().startsWith(OWN)) {
                    return false;
                }
                Collection<Object> known = new ArrayList<>();
                if (deserializer != null && deserializer.getKnownPropertyNames() != null) {
                    known.addAll(deserializer.getKnownPropertyNames());
                }
                throw UnrecognizedPropertyException.from(parser, beanOrClass, name, known);
            }
        });
    }

    /** What a name that is not known was probably meant to be, for a message: {@code ; meant "x"?}, or which there are. */
    static String meant(String name, List<String> known) {
        return Nearest.of(name, known)
                .map(close -> "; meant \"" + close + "\"?")
                .orElse("; there are " + String.join(", ", known));
    }
}
