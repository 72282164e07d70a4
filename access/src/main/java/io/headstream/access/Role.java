package io.headstream.access;

import java.util.Locale;

/** What a caller may do; each role may also do what those before it may. */
public enum Role {
    /** Looks and asks. */
    READ,
    /** Traces prompts, imports, adds and pulls models, deletes traces. */
    TRACE,
    /** Gives and revokes keys, uses Neo4j Browser and Bolt. */
    ADMIN;

    /** As it is written: read, trace or admin. */
    public String roleName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
