/** How a request is refused: what it is told, by a route or by a resource. Why it is refused, others decide. */
@NullMarked
package io.headstream.access.refusal;

import org.jspecify.annotations.NullMarked;
