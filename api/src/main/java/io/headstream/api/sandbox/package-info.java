/**
 * Running statements that others wrote: whether they may run, when it is their turn, how much they may take, and how they are ended. What a statement says is read in
 * statement; which questions there are, library knows.
 */
@NullMarked
package io.headstream.api.sandbox;

import org.jspecify.annotations.NullMarked;
