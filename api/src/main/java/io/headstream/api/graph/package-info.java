@NullMarked
package io.headstream.api.graph;

import org.jspecify.annotations.NullMarked;
