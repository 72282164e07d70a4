package io.headstream.api.story;

import io.headstream.schema.ActivationId;

/**
 * An output that is in the story.
 *
 * @param from the least number of ranked components with which it is shown: its own rank, or that of the first that brings it in
 * @param rank its component's place among all, from 1; 0 of one that others brought in
 */
record Member(Output output, Role role, int from, int rank) {

    ActivationId id() {
        return output.id();
    }

    /** The same, shown from the lesser of the two numbers on. */
    Member noLaterThan(int other) {
        return new Member(output, role, Math.min(from, other), rank);
    }
}
