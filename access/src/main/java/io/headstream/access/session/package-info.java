/** Signing in: a key for a cookie, for as long as a session lasts. */
@NullMarked
package io.headstream.access.session;

import org.jspecify.annotations.NullMarked;
