/** The picture of a trace: which nodes and edges it has, and what is left out. Where they are drawn is the page's to decide. */
@NullMarked
package io.headstream.api.flow;

import org.jspecify.annotations.NullMarked;
