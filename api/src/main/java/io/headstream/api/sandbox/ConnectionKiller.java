package io.headstream.api.sandbox;

/** Ends what the database was told to end and does not; there is one only where the database runs in this process. */
public interface ConnectionKiller {

    /** Whether this JVM allows it; where it does not, what may need it is not begun. */
    boolean isAllowed();

    /**
     * Ends whatever runs for a connection of the database's. The caller sees to it that the connection is nobody else's until this returns.
     *
     * @param connection its id, such as {@code bolt-12}
     * @return whether it could
     */
    boolean end(String connection);
}
