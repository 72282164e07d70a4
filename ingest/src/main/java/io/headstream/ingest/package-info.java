@NullMarked
package io.headstream.ingest;

import org.jspecify.annotations.NullMarked;
