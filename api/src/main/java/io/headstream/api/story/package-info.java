/**
 * The story of a prediction: the few heads and MLPs that a reader sees first, what they read, and who moves whom. The rules stand here, each in a class of its own that knows
 * neither graph nor JSON; {@code StoryReading} alone asks the graph. Where things are drawn, and how much of what is told, is the page's to decide.
 */
@NullMarked
package io.headstream.api.story;

import org.jspecify.annotations.NullMarked;
