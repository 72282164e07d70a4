package io.headstream.api.label;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What someone calls a component, and wrote of it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ComponentLabel")
public record ComponentLabel(
        @Schema(description = "id of the component's model") String model,
        @Nullable @Schema(description = "its name, where the graph has it") String modelName,
        @Schema(examples = "L3H2") String component,
        @Schema(examples = "sees a name again") String label,
        @Nullable @Schema(description = "what else there is to say of it") String note,
        @Schema(description = "who said so: the name of a key, or an address") String by,
        @Schema(format = "date-time") String updatedAt) {

    /** Labels of one model or of all, the newest first. */
    @Schema(name = "ComponentLabels")
    public record All(List<ComponentLabel> items) {}
}
