package io.headstream.access.caller;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** The role that is written so. */
    public static Optional<Role> named(String name) {
        return Arrays.stream(values())
                .filter(role -> role.roleName().equals(name.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** The names of this role and of all that it includes. */
    public Set<String> included() {
        return Arrays.stream(values())
                .filter(role -> role.compareTo(this) <= 0)
                .map(Role::roleName)
                .collect(Collectors.toSet());
    }

    /** The roles that may do at least this, for people to read. */
    public String andAbove() {
        List<String> names = Arrays.stream(values())
                .filter(role -> role.compareTo(this) >= 0)
                .map(Role::roleName)
                .toList();
        return String.join(" or ", names);
    }
}
