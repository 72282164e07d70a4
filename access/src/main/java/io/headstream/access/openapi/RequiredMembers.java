package io.headstream.access.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.IndexView;

/** A member that its record does not call nullable is always there: the document says of a body what the code says of a record. */
@OpenApiFilter(stages = RunStage.BUILD)
public class RequiredMembers implements OASFilter {
    private final Map<String, List<BodyRecord>> records;

    public RequiredMembers(IndexView index) {
        this.records = BodyRecord.byName(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        new TreeMap<>(document.getComponents().getSchemas()).forEach(this::complete);
    }

    private void complete(String name, Schema schema) {
        if (schema.getProperties() == null) {
            return;
        }
        Set<String> members = schema.getProperties().keySet();
        List<BodyRecord> meant = records.getOrDefault(name, List.of()).stream()
                .filter(candidate -> candidate.members().keySet().equals(members))
                .distinct()
                .toList();
        if (meant.size() > 1) {
            throw new IllegalStateException("the records " + meant + " differ, and all are '" + name
                    + "' in the OpenAPI document; give one of them another name with @Schema(name = ...)");
        }
        meant.forEach(body -> say(body, schema));
    }

    private static void say(BodyRecord body, Schema schema) {
        Set<String> always = new TreeSet<>();
        schema.getProperties().forEach((name, member) -> {
            if (body.members().get(name) == BodyRecord.Presence.ALWAYS) {
                always.add(name);
            } else if (body.members().get(name) == BodyRecord.Presence.NULL_WHERE_ABSENT) {
                mayBeNull(member);
            }
        });
        if (!always.isEmpty()) {
            schema.setRequired(List.copyOf(always));
        }
    }

    private static void mayBeNull(Schema member) {
        if (member.getType() != null && !member.getType().contains(SchemaType.NULL)) {
            member.addType(SchemaType.NULL);
        }
    }
}
