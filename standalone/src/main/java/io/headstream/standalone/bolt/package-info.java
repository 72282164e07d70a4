/**
 * Neo4j Browser's way to the embedded database: through the page's own port, logged on without a password being known to the page. What is said on that way is passed on as it is.
 */
@NullMarked
package io.headstream.standalone.bolt;

import org.jspecify.annotations.NullMarked;
