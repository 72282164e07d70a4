/** What people call components, kept in the graph beside what was computed of them. */
@NullMarked
package io.headstream.api.label;

import org.jspecify.annotations.NullMarked;
