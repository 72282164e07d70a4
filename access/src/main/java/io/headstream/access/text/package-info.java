/** Texts as callers write them: whether they are whole, and which name was probably meant. What they are about is not known here. */
@NullMarked
package io.headstream.access.text;

import org.jspecify.annotations.NullMarked;
