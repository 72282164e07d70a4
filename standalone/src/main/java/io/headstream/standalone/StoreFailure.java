package io.headstream.standalone;

/** The embedded database cannot be used as it lies on the disk: told in one line, exit code 1. */
final class StoreFailure extends RuntimeException {
    StoreFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
