/** Why a head looks where it does: one attention score, split into what wrote its query and what wrote its key. */
@NullMarked
package io.headstream.tracer.score;

import org.jspecify.annotations.NullMarked;
