package io.headstream.api.view;

import io.headstream.schema.Said;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The view that is to be saved. */
@Schema(name = "ViewRequest")
public record ViewRequest(
        @NotNull(message = "is missing; give what stands after the trace's id in the page's address")
                @Size(max = Said.LONGEST_ADDRESS, message = "is longer than {max} characters")
                @Pattern(regexp = Said.ADDRESS, message = "has characters that an address has not; encode them")
                @Schema(examples = "count=40")
                String address) {}
