package io.headstream.api.view;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How someone looked at a trace, under a name. */
@Schema(name = "SavedView")
public record SavedView(
        @Schema(examples = "who moves whom") String name,
        @Schema(
                        description = "what stands after the trace's id in the page's address",
                        examples = "count=40&acts=p:L5P14.H1&v=1")
                String address,
        @Schema(description = "who saved it: the name of a key, or an address") String by,
        @Schema(format = "date-time") String updatedAt) {

    /** The views of a trace, by name. */
    @Schema(name = "SavedViews")
    public record All(List<SavedView> items) {}
}
