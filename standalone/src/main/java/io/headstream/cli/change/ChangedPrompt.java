package io.headstream.cli.change;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headstream.cli.trace.PromptOptions;
import java.util.List;
import picocli.CommandLine.Mixin;

/** Where a command changes its prompts, and how they are traced. (The prompts are each command's own: a mixin cannot begin at the second argument.) */
public final class ChangedPrompt {
    @Mixin
    private PromptOptions asked = new PromptOptions();

    @Mixin
    private PlaceOptions places = new PlaceOptions();

    PlaceOptions places() {
        return places;
    }

    /** What is posted to trace them. */
    ObjectNode body(List<String> prompts) {
        return asked.body(prompts);
    }
}
