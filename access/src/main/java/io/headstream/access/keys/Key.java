package io.headstream.access.keys;

import io.headstream.access.caller.Role;
import java.time.Instant;

/**
 * A key, without its secret.
 *
 * @param name how its holder is called, in lists and as a caller
 * @param hash of the secret, see {@link Secrets#hash}
 */
public record Key(String name, Role role, String hash, Instant created) {}
