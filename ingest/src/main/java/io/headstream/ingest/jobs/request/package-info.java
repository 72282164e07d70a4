/**
 * What a job is asked to do, as it is sent and kept, and the bounds of it. Nothing here runs.
 */
@NullMarked
package io.headstream.ingest.jobs.request;

import org.jspecify.annotations.NullMarked;
