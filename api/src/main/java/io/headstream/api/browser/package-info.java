/** What leads to Neo4j's own tools: where they connect, and the files that they load. */
@NullMarked
package io.headstream.api.browser;

import org.jspecify.annotations.NullMarked;
