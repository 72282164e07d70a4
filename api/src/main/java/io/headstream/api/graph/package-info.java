/** Reading the graph with Headstream's own statements, and what rows of it look like in JSON. Statements of users are sandbox's. */
@NullMarked
package io.headstream.api.graph;

import org.jspecify.annotations.NullMarked;
