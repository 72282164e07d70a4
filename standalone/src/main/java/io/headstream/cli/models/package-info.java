/** Commands about models: which there are, adding and pulling them, reading their weights into the graph. */
@NullMarked
package io.headstream.cli.models;

import org.jspecify.annotations.NullMarked;
