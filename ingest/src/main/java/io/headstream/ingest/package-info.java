/**
 * The service that makes traces and writes them: jobs, models, imports. Every class is in a room below; the root is empty.
 */
@NullMarked
package io.headstream.ingest;

import org.jspecify.annotations.NullMarked;
