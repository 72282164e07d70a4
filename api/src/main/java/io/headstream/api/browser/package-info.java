/** What leads to Neo4j's own tools: where they connect, and the files that they load. Nothing here asks the database. */
@NullMarked
package io.headstream.api.browser;

import org.jspecify.annotations.NullMarked;
