/** Browsers: which pages a request may come from, and what a page may load and do. Keys and sessions are not known here. */
@NullMarked
package io.headstream.access.site;

import org.jspecify.annotations.NullMarked;
