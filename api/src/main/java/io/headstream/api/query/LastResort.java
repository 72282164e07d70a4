package io.headstream.api.query;

/** Ends what the database was told to end and does not; there is one only where the database runs in this process. */
public interface LastResort {

    /**
     * Ends whatever runs for a connection of the database's.
     *
     * @param connection its id, such as {@code bolt-12}
     * @return whether it could
     */
    boolean end(String connection);
}
