@NullMarked
package io.headstream.tracer.model;

import org.jspecify.annotations.NullMarked;
