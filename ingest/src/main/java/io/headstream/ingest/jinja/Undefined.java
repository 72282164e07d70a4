package io.headstream.ingest.jinja;

/** What a name without a value is: false, empty, written as nothing; whatever else is done with it fails and names it. */
record Undefined(String name) {}
