/** Who may do what: the guard before everything that api and ingest answer. */
@NullMarked
package io.headstream.access;

import org.jspecify.annotations.NullMarked;
