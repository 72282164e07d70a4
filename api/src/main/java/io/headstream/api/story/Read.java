package io.headstream.api.story;

import org.jspecify.annotations.Nullable;

/**
 * A key that a head attends to.
 *
 * @param key its position
 * @param weight of the head's pattern, 0 to 1
 * @param effect weight times memory value times gradient; null without effects
 * @param share of the head's output
 */
record Read(int key, double weight, @Nullable Double effect, @Nullable Double share) {}
