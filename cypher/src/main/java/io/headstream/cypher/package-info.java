@NullMarked
package io.headstream.cypher;

import org.jspecify.annotations.NullMarked;
