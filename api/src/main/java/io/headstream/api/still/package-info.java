/**
 * Pictures without a browser. The page's own code draws them, as one script that ui/ makes of it (`ui/src/still`): so there is one layout, and one way to draw. {@code PageScript}
 * alone knows the engine that runs it.
 */
@NullMarked
package io.headstream.api.still;

import org.jspecify.annotations.NullMarked;
