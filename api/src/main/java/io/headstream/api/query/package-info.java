/** Cypher of users over HTTP. How it is judged and run is statement's and sandbox's. */
@NullMarked
package io.headstream.api.query;

import org.jspecify.annotations.NullMarked;
