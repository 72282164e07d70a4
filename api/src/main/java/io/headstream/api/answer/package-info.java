/** What a statement answers, as JSON, as a file or as a plan. Nothing here runs one. */
@NullMarked
package io.headstream.api.answer;

import org.jspecify.annotations.NullMarked;
