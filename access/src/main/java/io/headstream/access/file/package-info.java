/** Files that hold what others must not read. What is in them is for those who write them to know. */
@NullMarked
package io.headstream.access.file;

import org.jspecify.annotations.NullMarked;
