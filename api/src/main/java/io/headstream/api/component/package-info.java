/** A head, a neuron or an MLP over all traces of its model. */
@NullMarked
package io.headstream.api.component;

import org.jspecify.annotations.NullMarked;
