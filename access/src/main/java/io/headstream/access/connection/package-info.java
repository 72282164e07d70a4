/**
 * How long a connection may take for what: no client holds one by saying nothing, or by saying it slowly. Who a caller is, is the room above's to know.
 */
@NullMarked
package io.headstream.access.connection;

import org.jspecify.annotations.NullMarked;
