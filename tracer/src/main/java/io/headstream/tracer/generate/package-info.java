/**
 * What a model says after a prompt, token by token: greedy or sampled, of the pass as it is or changed. What of it is traced is the caller's to decide.
 */
@NullMarked
package io.headstream.tracer.generate;

import org.jspecify.annotations.NullMarked;
