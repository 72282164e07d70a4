@NullMarked
package io.headstream.standalone;

import org.jspecify.annotations.NullMarked;
