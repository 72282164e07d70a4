/** Do the attributions deserve trust? What each figure of a component says beside what taking the component out really does. */
@NullMarked
package io.headstream.benchmarks.trust;

import org.jspecify.annotations.NullMarked;
