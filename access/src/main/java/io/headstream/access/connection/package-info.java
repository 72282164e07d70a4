/** How long a connection may take for what: no client holds one by saying nothing, or by saying it slowly. */
@NullMarked
package io.headstream.access.connection;

import org.jspecify.annotations.NullMarked;
