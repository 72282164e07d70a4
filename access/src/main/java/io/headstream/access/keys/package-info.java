/** Keys: who has one, where they are kept, what they are made of, and what a server without any may do. Who sent a request is not known here. */
@NullMarked
package io.headstream.access.keys;

import org.jspecify.annotations.NullMarked;
