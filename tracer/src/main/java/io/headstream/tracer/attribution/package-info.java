@NullMarked
package io.headstream.tracer.attribution;

import org.jspecify.annotations.NullMarked;
