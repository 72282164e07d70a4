/** Commands about access: keys of a shared server, and where programs reach the database. */
@NullMarked
package io.headstream.cli.keys;

import org.jspecify.annotations.NullMarked;
