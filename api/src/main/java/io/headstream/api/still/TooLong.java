package io.headstream.api.still;

/** A script is ended. An error, as a script catches exceptions. */
final class TooLong extends Error {
    private static final long serialVersionUID = 1L;

    TooLong() {
        super("the script takes too long", null, false, false);
    }
}
