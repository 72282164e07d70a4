/**
 * Statements: each a file, found by name, with its header where it has one; migrations; the texts for Neo4j Browser. The words that they use are schema's, and this room
 * connects to a database only to migrate one.
 */
@NullMarked
package io.headstream.cypher;

import org.jspecify.annotations.NullMarked;
