/** Who sends a request, and what they may do. How they prove it is guard's. */
@NullMarked
package io.headstream.access.caller;

import org.jspecify.annotations.NullMarked;
