package io.headstream.access.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/** A record as the JSON that Jackson makes of it: which members there are, and whether they are always there. */
record BodyRecord(Map<String, Presence> members) {

    /** Whether a member is there. */
    enum Presence {
        ALWAYS,
        /** Left out where there is nothing to say. */
        ABSENT,
        /** There, but null; a request may leave it out. */
        NULL_WHERE_ABSENT
    }

    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName INCLUDE = DotName.createSimple(JsonInclude.class);
    private static final DotName PROPERTY = DotName.createSimple(JsonProperty.class);
    private static final DotName UNWRAPPED = DotName.createSimple(JsonUnwrapped.class);
    private static final DotName OPTIONAL = DotName.createSimple(Optional.class);

    /** All of Headstream's, by what the document calls them. */
    static Map<String, List<BodyRecord>> byName(IndexView index) {
        return index.getKnownClasses().stream()
                .filter(ClassInfo::isRecord)
                .filter(type -> type.name().toString().startsWith("io.headstream."))
                .collect(Collectors.groupingBy(
                        BodyRecord::schemaName, Collectors.mapping(type -> of(type, index), Collectors.toList())));
    }

    private static String schemaName(ClassInfo type) {
        AnnotationInstance schema = type.declaredAnnotation(DotName.createSimple(Schema.class));
        AnnotationValue name = schema == null ? null : schema.value("name");
        return name == null ? type.simpleName() : name.asString();
    }

    private static BodyRecord of(ClassInfo type, IndexView index) {
        boolean nullIsLeftOut = leavesOut(type.declaredAnnotation(INCLUDE));
        Map<String, Presence> members = new TreeMap<>();
        for (FieldInfo field : type.fields()) {
            if (Modifier.isStatic(field.flags())) {
                continue;
            }
            if (field.hasAnnotation(UNWRAPPED)) {
                members.putAll(
                        of(index.getClassByName(field.type().name()), index).members());
            } else {
                members.put(jsonName(field), presence(field, nullIsLeftOut));
            }
        }
        return new BodyRecord(members);
    }

    private static String jsonName(FieldInfo field) {
        AnnotationInstance property = field.annotation(PROPERTY);
        return property == null || property.value() == null
                ? field.name()
                : property.value().asString();
    }

    private static Presence presence(FieldInfo field, boolean nullIsLeftOut) {
        boolean nullable = field.type().hasAnnotation(NULLABLE);
        if (leavesOut(include(field))
                || nullable && nullIsLeftOut
                || field.type().name().equals(OPTIONAL)) {
            return Presence.ABSENT;
        }
        return nullable ? Presence.NULL_WHERE_ABSENT : Presence.ALWAYS;
    }

    // of the member itself, not of what it holds
    private static @Nullable AnnotationInstance include(FieldInfo field) {
        return field.annotations().stream()
                .filter(annotation -> annotation.name().equals(INCLUDE))
                .filter(annotation -> annotation.target().kind() == AnnotationTarget.Kind.FIELD)
                .findFirst()
                .orElse(null);
    }

    private static boolean leavesOut(@Nullable AnnotationInstance include) {
        return include != null
                && include.value() != null
                && List.of("NON_NULL", "NON_ABSENT", "NON_EMPTY")
                        .contains(include.value().asEnum());
    }
}
