@NullMarked
package io.headstream.cli;

import org.jspecify.annotations.NullMarked;
