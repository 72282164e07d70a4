package io.headstream.ingest.jinja.value;

/** What a name without a value is: false, empty, written as nothing; whatever else is done with it fails and names it. */
public record Undefined(String name) {}
