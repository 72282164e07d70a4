package io.headstream.api.label;

import io.headstream.schema.Said;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a component is to be called. */
@Schema(name = "LabelRequest")
public record LabelRequest(
        @NotBlank(message = "is empty; say what to call it, or DELETE the label")
                @Size(max = Said.LONGEST_LABEL, message = "is longer than {max} characters; say more in the note")
                @Schema(examples = "sees a name again")
                String label,
        @Nullable @Size(max = Said.LONGEST_NOTE, message = "is longer than {max} characters") String note) {}
