/**
 * The named queries over HTTP: which there are, asking them, completing what they ask for. Their texts and headers are cypher's, and they run in the sandbox as others do.
 */
@NullMarked
package io.headstream.api.library;

import org.jspecify.annotations.NullMarked;
