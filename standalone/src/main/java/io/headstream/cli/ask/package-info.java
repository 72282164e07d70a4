/** Commands that ask questions of the graph: named queries, Cypher, comparisons. */
@NullMarked
package io.headstream.cli.ask;

import org.jspecify.annotations.NullMarked;
