package io.headstream.api.story;

import io.headstream.schema.ActivationId;
import io.headstream.schema.ActivationKind;
import io.headstream.schema.ComponentName;
import org.jspecify.annotations.Nullable;

/**
 * What a head or an MLP adds to the stream at one position, with its figures as the graph has them; one that does not exist is null.
 *
 * @param measured what the metric lost when its component was set to zero
 */
record Output(
        ActivationId id,
        @Nullable Double effect,
        @Nullable Double dla,
        @Nullable Double share,
        @Nullable Double influence,
        Story.@Nullable Measured measured) {

    /** Fails for what is no component's output. */
    ComponentName component() {
        return id.component().orElseThrow();
    }

    boolean head() {
        return id.kind() == ActivationKind.HEAD_OUTPUT;
    }

    int position() {
        return id.position();
    }
}
