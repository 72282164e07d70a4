/**
 * What is asked of a job, checked and in the tracer's terms before it is accepted: prompt by prompt what is done with it. Nothing is run or written
 * here.
 */
@NullMarked
package io.headstream.ingest.jobs.prepare;

import org.jspecify.annotations.NullMarked;
