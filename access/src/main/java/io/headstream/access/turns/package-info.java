/** How much of the server one caller takes: requests at a time, bytes of a body, processors. */
@NullMarked
package io.headstream.access.turns;

import org.jspecify.annotations.NullMarked;
