package io.headstream.cypher;

/** What a named query answers with, in the order of its columns. */
public record Column(String name, String explanation) {}
