/** What holds for all calls alike: the page's files, problems, the way to ingest where that is another process. Nothing of one call alone. */
@NullMarked
package io.headstream.api.server;

import org.jspecify.annotations.NullMarked;
