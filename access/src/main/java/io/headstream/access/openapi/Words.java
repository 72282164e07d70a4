package io.headstream.access.openapi;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Texts that are not any text, such as kinds, figures and ids: named once in the document, asked of the code that has them. */
public final class Words {
    private Words() {}

    /** Adds a text that is spelled by rule. */
    public static void putPattern(OpenAPI document, String name, String pattern, String... examples) {
        document.getComponents()
                .addSchema(
                        name,
                        OASFactory.createSchema()
                                .addType(SchemaType.STRING)
                                .pattern(pattern)
                                .examples(List.of(examples)));
    }

    /**
     * Says which texts a member of a record may be; its annotations say the rest. Where the document has no such record nothing is done.
     *
     * @param record its name in the document
     */
    public static void fill(OpenAPI document, String record, String member, Stream<String> words) {
        Schema schema = document.getComponents().getSchemas().get(record);
        if (schema != null) {
            Objects.requireNonNull(schema.getProperties().get(member), record + "." + member)
                    .setEnumeration(all(words));
        }
    }

    private static List<Object> all(Stream<String> words) {
        return List.copyOf(words.<Object>map(word -> word).toList());
    }

    /** Adds them under a name that {@code @Schema(ref = name)} refers to. */
    public static void put(OpenAPI document, String name, Stream<String> words) {
        document.getComponents()
                .addSchema(
                        name,
                        OASFactory.createSchema().addType(SchemaType.STRING).enumeration(all(words)));
    }
}
