/**
 * Models from a Hugging Face hub: its protocol, and the cache folder that is shared with Hugging Face's own tools. What is in a model's files is tracer's to read.
 */
@NullMarked
package io.headstream.ingest.hub;

import org.jspecify.annotations.NullMarked;
