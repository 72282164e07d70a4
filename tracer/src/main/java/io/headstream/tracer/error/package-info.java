/**
 * What cannot be traced because of what a user gave or a machine lacks, with messages that are shown as they are. Nothing else: bugs are the
 * platform's exceptions.
 */
@NullMarked
package io.headstream.tracer.error;

import org.jspecify.annotations.NullMarked;
