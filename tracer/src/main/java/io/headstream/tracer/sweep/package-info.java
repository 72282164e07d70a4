/** Many changes of one prompt, each measured: what real ablation and patching do to the metric, component by component. */
@NullMarked
package io.headstream.tracer.sweep;

import org.jspecify.annotations.NullMarked;
