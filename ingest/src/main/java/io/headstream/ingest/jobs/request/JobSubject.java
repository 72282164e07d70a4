package io.headstream.ingest.jobs.request;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a job was asked for. */
@Schema(oneOf = {JobRequest.class, ModelRequest.class, IndexRequest.class})
public sealed interface JobSubject permits JobRequest, ModelRequest, IndexRequest {}
