/**
 * What people and programs call: resources, how bodies are read, and what goes wrong as problem+json. Nothing is decided here that a caller
 * within the process would need.
 */
@NullMarked
package io.headstream.ingest.http;

import org.jspecify.annotations.NullMarked;
