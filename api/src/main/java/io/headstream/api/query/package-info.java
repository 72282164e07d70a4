@NullMarked
package io.headstream.api.query;

import org.jspecify.annotations.NullMarked;
