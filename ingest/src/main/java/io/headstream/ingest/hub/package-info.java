/** Models from a Hugging Face hub: its protocol, and the cache folder that is shared with Hugging Face's own tools. */
@NullMarked
package io.headstream.ingest.hub;

import org.jspecify.annotations.NullMarked;
