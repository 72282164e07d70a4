package io.headstream.ingest.jobs.request;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which model's weights are read. */
public record IndexRequest(@Schema(description = "The model's name") String model) implements JobSubject {}
