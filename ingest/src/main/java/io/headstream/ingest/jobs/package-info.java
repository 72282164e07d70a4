/**
 * Work that takes time: kept on the disk, queued, run, told to those who watch, and taken up again after a restart. What a job writes is
 * graph's, and how it is asked for over HTTP is http's.
 */
@NullMarked
package io.headstream.ingest.jobs;

import org.jspecify.annotations.NullMarked;
